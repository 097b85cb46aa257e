import { join } from 'node:path'
import type { GenerationSettings } from '../../contract/generation-request.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { checkWritable } from '../../images/atomic-write.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { describeFailure } from '../failures.ts'
import { sha256 } from '../output/digest.ts'
import type { OnNotice } from '../rendering/on-notice.ts'
import { readCondition } from '../rendering/read-condition.ts'
import { renderSizes } from '../rendering/render-sizes.ts'
import type { BatchInputs } from './batch-inputs.ts'
import { contentDigest } from './content-digest.ts'
import type { BatchPair } from './batch-pairs.ts'
import type { InputFile } from './list-inputs.ts'

/** A layout that can be rendered. */
export interface PlannedLayout extends InputFile {
  readonly digest: string
  /** Of the pictures made from it. */
  readonly size: ImageSize
  /** At which the pack paints them: `size`, or a smaller one that is finished with the photo's own texture. */
  readonly painted: ImageSize
}

/** A photo that can be read; whether it decodes is seen when its column is made. */
export interface PlannedExemplar extends InputFile {
  readonly digest: string
}

/** A file that cannot be read or written, with the sentence that says why. */
export interface InputFailure {
  readonly path: string
  readonly message: string
}

/** One picture to make. */
export interface PlannedPair {
  readonly layout: PlannedLayout
  readonly exemplar: PlannedExemplar
  /** The picture's file name. */
  readonly file: string
}

/** Everything a batch is about to do. */
export interface BatchPlan {
  readonly manifest: PackManifest
  readonly inputs: BatchInputs
  /** What every request asks for besides. */
  readonly options: GenerationSettings['options']
  readonly layouts: readonly PlannedLayout[]
  readonly exemplars: readonly PlannedExemplar[]
  /** Photo by photo. */
  readonly pairs: readonly PlannedPair[]
  readonly failures: readonly InputFailure[]
}

/**
 * Reads and checks every input of the pairs once, and every file that will be written, before the first picture: so that a bad
 * layout or a name that the disk refuses is told of once and early, and costs only its own pictures.
 */
export async function planBatch(
  manifest: PackManifest,
  inputs: BatchInputs,
  options: GenerationSettings['options'],
  pairs: readonly BatchPair[],
  outFolder: string,
  size: ImageSize | undefined,
  signal: AbortSignal,
  onNotice: OnNotice,
): Promise<BatchPlan> {
  const failures: InputFailure[] = []
  const attempt = async <Planned>(path: string, plan: () => Promise<Planned>): Promise<Planned | undefined> => {
    throwIfCancelled(signal)
    try {
      return await plan()
    } catch (error) {
      failures.push({ path, message: describeFailure(error).message })
      return undefined
    }
  }
  const layouts = await planEach(pairs, 'layout', (file) =>
    attempt(file.path, async () => {
      const { native } = manifest.sizes
      const own = size ?? { width: native, height: native }
      const { condition, drawn = own } = await readCondition(
        manifest,
        inputs.kind,
        inputs.layoutFiles(file, onNotice),
        own,
      )
      const { painted, finished = painted } = renderSizes(manifest, drawn, size)
      return { ...file, digest: contentDigest(condition), painted, size: finished }
    }),
  )
  const exemplars = await planEach(pairs, 'exemplar', (file) =>
    attempt(file.path, async () => {
      const bytes = await readPictureFile(file.path)
      const known = await inputs.exemplarCondition(file)
      return { ...file, digest: known === undefined ? sha256(bytes) : sha256(bytes, contentDigest(known)) }
    }),
  )
  const planned: PlannedPair[] = []
  for (const { file, ...files } of pairs) {
    const layout = layouts.get(files.layout.path)
    const exemplar = exemplars.get(files.exemplar.path)
    if (layout === undefined || exemplar === undefined) continue
    const path = join(outFolder, file)
    const writable = await attempt(path, () => checkWritable(path).then(() => true))
    if (writable === true) planned.push({ layout, exemplar, file })
  }
  return {
    manifest,
    inputs,
    options,
    layouts: [...layouts.values()],
    exemplars: [...exemplars.values()],
    pairs: planned,
    failures,
  }
}

/** Plans the inputs of one kind, each once, in the order of the pairs. */
async function planEach<Planned>(
  pairs: readonly BatchPair[],
  kind: 'layout' | 'exemplar',
  plan: (file: InputFile) => Promise<Planned | undefined>,
): Promise<ReadonlyMap<string, Planned>> {
  const files = new Map(pairs.map((pair) => [pair[kind].path, pair[kind]]))
  const planned = new Map<string, Planned>()
  for (const file of files.values()) {
    const one = await plan(file)
    if (one !== undefined) planned.set(file.path, one)
  }
  return planned
}

/** Digest of everything that decides a pair's pixels. */
export function pairKey(
  { id, version, stages, annotator }: PackManifest,
  layout: PlannedLayout,
  exemplar: PlannedExemplar,
  choices: { readonly seed: number; readonly provider: string; readonly threads: number },
  options: GenerationSettings['options'],
): string {
  const graphs = stages.map(({ sha256: digest }) => digest)
  const { seed, provider, threads } = choices
  return sha256(
    JSON.stringify([
      id,
      version,
      graphs,
      annotator ?? '',
      layout.digest,
      exemplar.digest,
      layout.size,
      layout.painted,
      seed,
      provider,
      threads,
      // Pictures without options keep the key that they have always had.
      ...(Object.keys(options).length === 0 ? [] : [options]),
    ]),
  )
}
