import { standardNormal } from '../../conditions/noise/standard-normal.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { GenerationSettings } from '../../contract/generation-request.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { TensorDescription } from '../../contract/pack-stage.ts'
import { contentKey } from '../caching/content-key.ts'
import type { StoredExemplar } from '../caching/exemplar-store.ts'
import { conditionKey, conditionTensor } from '../preprocess/condition-tensor.ts'
import { exemplarSize } from '../preprocess/exemplar-size.ts'
import { planarTensor } from '../preprocess/image-tensor.ts'
import { resampleImage } from '../preprocess/resample-image.ts'
import type { TensorValue } from '../tensor.ts'
import type { Source } from './stage-flow.ts'

/** Labels the exemplar's photo; `key` changes with whatever would change the labels. */
export interface ExemplarAnnotation {
  readonly key: string
  label(): Promise<LabelMap>
}

/** What the sources of one request are made from. */
export interface SourceMaterial {
  readonly request: GenerationSettings
  readonly stored: StoredExemplar
  readonly manifest: PackManifest
  /** Called only when the exemplar is to be labelled. @throws CocanvasError when the pack has no annotator */
  readonly annotation: () => ExemplarAnnotation
}

/**
 * The named inputs a pack's graphs may ask for, made lazily:
 * - `exemplar` float32 [1,3,He,We], RGB −1..1;
 * - `condition`, `exemplar_condition`: encoded as the manifest's `condition.encoding` says;
 * - `noise` float32 [1,C,h,w], Gaussian × 0.01 from the request's seed; its shape must be concrete in the manifest;
 * - `temperature` float32 [1], the softmax temperature of the match (0.01 in the paper);
 * - `query` int64 [1], flat index into the layout grid (stage `correspondence` only).
 */
export function requestSources(material: SourceMaterial): Map<string, Source> {
  const { request, stored, manifest } = material
  const { condition, size, seed, options } = request
  const encodedSize = exemplarSize(stored.exemplar.image, size, manifest.sizes)
  const temperature = options.temperature ?? manifest.temperature
  return new Map<string, Source>([
    ['condition', { key: conditionKey(condition, size), make: () => conditionTensor(condition, manifest, size) }],
    [
      'exemplar',
      {
        key: contentKey(stored.imageKey, encodedSize.width, encodedSize.height),
        make: () => planarTensor(resampleImage(stored.exemplar.image, encodedSize)),
      },
    ],
    ['exemplar_condition', exemplarCondition(material, encodedSize)],
    ['noise', { key: String(seed), make: () => noiseTensor(manifest, seed) }],
    ['temperature', { key: String(temperature), make: () => scalar(temperature) }],
  ])
}

/** The flat index of a layout cell, for the `query` input. */
export function querySource(cell: number): Source {
  return { key: String(cell), make: () => ({ dtype: 'int64', shape: [1], data: BigInt64Array.of(BigInt(cell)) }) }
}

function exemplarCondition(material: SourceMaterial, size: ImageSize): Source {
  const { stored, manifest } = material
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
  if (!wants(manifest, 'exemplar_condition')) return { key: 'unused', make: () => scalar(0) }
  const annotation = material.annotation()
  return {
    key: contentKey(annotation.key, size.width, size.height),
    make: async () => conditionTensor({ kind: 'labels', labels: await annotation.label() }, manifest, size),
  }
}

function wants(manifest: PackManifest, name: string): boolean {
  return inputsOf(manifest).some((input) => input.name === name)
}

function inputsOf({ stages }: PackManifest): readonly TensorDescription[] {
  return Object.values(stages).flatMap((stage) => stage?.inputs ?? [])
}

/** @throws CocanvasError `pack-broken` unless the manifest gives the noise four fixed dimensions */
function noiseTensor(manifest: PackManifest, seed: number): TensorValue {
  const [batch, channels, height, width] = inputsOf(manifest).find(({ name }) => name === 'noise')?.shape ?? []
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
