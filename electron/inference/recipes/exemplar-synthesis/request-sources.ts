import { standardNormal } from '../../../conditions/noise/standard-normal.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { GenerationSettings } from '../../../contract/generation-request.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { InputRole } from '../../../contract/recipes/models/synthesis-manifest.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { contentKey } from '../../caching/content-key.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { conditionKey, conditionTensor } from './condition-tensor.ts'
import type { BentExemplar } from './figure/bent-exemplar.ts'
import { exemplarSize } from './exemplar-size.ts'
import { planarTensor } from '../../preprocess/image-tensor.ts'
import { resampleImage } from '../../preprocess/resample-image.ts'
import type { TensorValue } from '../../../contract/tensor.ts'
import type { Source, Sources } from '../../pipelines/stage-flow.ts'
import type { ExemplarReading } from '../../reading/exemplar-readings.ts'
import { inputOf } from './input-of.ts'

/** What the sources of one request are made from. */
export interface SourceMaterial {
  readonly request: GenerationSettings
  readonly stored: StoredExemplar
  readonly manifest: PackManifest
  /** What the annotator says of the exemplar; undefined where it is given or where the pack need not know. */
  readonly reading: ExemplarReading | undefined
  /** The exemplar in the asked pose, for packs of figures. */
  readonly bent: BentExemplar | undefined
}

/**
 * What a pack's graphs may ask for, by its role (`inputRoleSchema` says what each is), made lazily. `query` is not among
 * them: it belongs to a question (`querySource`).
 */
export function requestSources(material: SourceMaterial): Sources {
  const { request, stored, manifest, reading } = material
  const { condition, size, seed, options } = request
  const encodedSize = exemplarSize(reading?.size ?? stored.exemplar.image, size, manifest.sizes)
  const temperature = options.temperature ?? manifest.temperature
  let layout: TensorValue | undefined
  const layoutTensor = (): TensorValue => (layout ??= conditionTensor(condition, manifest, size))
  return new Map<InputRole, Source>([
    ['condition', { key: conditionKey(condition, size), make: layoutTensor }],
    ['exemplar', bentPicture(material, exemplarPicture(material, encodedSize))],
    ['exemplar-condition', bentCondition(material, layoutTensor, exemplarCondition(material, encodedSize))],
    ['noise', { key: String(seed), make: () => noiseTensor(manifest, seed) }],
    ['temperature', { key: String(temperature), make: () => scalar(temperature) }],
  ])
}

/** The flat index of a layout cell, for the `query` input. */
export function querySource(cell: number): Source {
  return { key: String(cell), make: () => ({ dtype: 'int64', shape: [1], data: BigInt64Array.of(BigInt(cell)) }) }
}

function exemplarPicture({ stored, manifest, reading }: SourceMaterial, size: ImageSize): Source {
  const encoded = (image: RgbImage): TensorValue => planarTensor(resampleImage(image, size))
  if (reading === undefined || manifest.exemplarPreparation === undefined)
    return {
      key: contentKey(stored.imageKey, size.width, size.height),
      make: () => encoded(stored.exemplar.image),
    }
  return {
    key: contentKey(reading.key, 'picture', size.width, size.height),
    make: async () => encoded((await reading.read()).prepared?.photo ?? stored.exemplar.image),
  }
}

function exemplarCondition(material: SourceMaterial, size: ImageSize): Source {
  const { stored, manifest, reading } = material
  const { condition } = stored.exemplar
  if (condition === 'none')
    return {
      key: 'none',
      make: () => {
        throw new CocanvasError(
          'bad-request',
          `The pack ${manifest.id} needs to know what the exemplar shows; give its labels.`,
        )
      },
    }
  if (condition !== 'annotate')
    return { key: conditionKey(condition, size), make: () => conditionTensor(condition, manifest, size) }
  if (reading === undefined) return { key: 'unused', make: () => scalar(0) }
  return {
    key: contentKey(reading.key, size.width, size.height),
    make: async () => conditionTensor((await reading.read()).condition, manifest, size),
  }
}

/** The bent exemplar, or the photo as it is where it cannot be bent. */
function bentPicture({ request: { size }, bent }: SourceMaterial, asItIs: Source): Source {
  if (bent === undefined) return asItIs
  return {
    key: contentKey(bent.key, 'picture', size.width, size.height),
    make: async () => {
      const made = await bent.at(size)
      return made === undefined ? asItIs.make() : planarTensor(made.image)
    },
  }
}

/** @param layoutTensor the asked pose: the bent exemplar's own as well, where it shows all of it */
function bentCondition(
  { request: { size }, manifest, bent }: SourceMaterial,
  layoutTensor: () => TensorValue,
  asItIs: Source,
): Source {
  if (bent === undefined) return asItIs
  return {
    key: contentKey(bent.key, size.width, size.height),
    make: async () => {
      const made = await bent.at(size)
      if (made === undefined) return asItIs.make()
      return made.isWhole ? layoutTensor() : conditionTensor({ kind: 'pose', ...made.pose }, manifest, size)
    },
  }
}

/** @throws CocanvasError `pack-broken` unless the manifest gives the noise four fixed dimensions */
function noiseTensor(manifest: PackManifest, seed: number): TensorValue {
  const [batch, channels, height, width] = inputOf('noise', manifest)?.shape ?? []
  if (batch !== 1 || typeof channels !== 'number' || typeof height !== 'number' || typeof width !== 'number')
    throw new CocanvasError(
      'pack-broken',
      `The pack ${manifest.id} does not fix the shape of its noise; install it again.`,
    )
  return {
    dtype: 'float32',
    shape: [1, channels, height, width],
    data: standardNormal(channels * height * width, seed),
  }
}

function scalar(value: number): TensorValue {
  return { dtype: 'float32', shape: [1], data: Float32Array.of(value) }
}
