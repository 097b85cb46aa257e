import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { describeFailure } from '../failures.ts'
import { sha256 } from '../output/digest.ts'
import { pictureSize } from '../rendering/picture-size.ts'
import { decodeLayoutFor } from '../rendering/read-layout.ts'
import type { InputFile } from './list-inputs.ts'

/** A layout that can be rendered. */
export interface PlannedLayout extends InputFile {
  readonly digest: string
  /** Of the pictures made from it. */
  readonly size: ImageSize
}

/** A photo that can be read; whether it decodes is seen when its column is made. */
export interface PlannedExemplar extends InputFile {
  readonly digest: string
}

/** An input that cannot be used, with the sentence that says why. */
export interface InputFailure {
  readonly path: string
  readonly message: string
}

/** Everything a batch is about to do. */
export interface BatchPlan {
  readonly manifest: PackManifest
  readonly layouts: readonly PlannedLayout[]
  readonly exemplars: readonly PlannedExemplar[]
  readonly failures: readonly InputFailure[]
}

/** Reads and checks every input once, before the first picture, so that a bad layout is told of once and early. */
export async function planBatch(
  manifest: PackManifest,
  layoutFiles: readonly InputFile[],
  exemplarFiles: readonly InputFile[],
  size: ImageSize | undefined,
  signal: AbortSignal,
): Promise<BatchPlan> {
  const failures: InputFailure[] = []
  const each = async <Planned>(
    files: readonly InputFile[],
    plan: (file: InputFile) => Promise<Planned>,
  ): Promise<readonly Planned[]> => {
    const planned: Planned[] = []
    for (const file of files) {
      throwIfCancelled(signal)
      try {
        planned.push(await plan(file))
      } catch (error) {
        failures.push({ path: file.path, message: describeFailure(error).message })
      }
    }
    return planned
  }
  const layouts = await each(layoutFiles, async (file) => {
    const bytes = await readPictureFile(file.path)
    const labels = decodeLayoutFor(file.path, bytes, manifest)
    return { ...file, digest: sha256(bytes), size: pictureSize(manifest.id, manifest.sizes, labels, size) }
  })
  const exemplars = await each(exemplarFiles, async (file) => ({
    ...file,
    digest: sha256(await readPictureFile(file.path)),
  }))
  return { manifest, layouts, exemplars, failures }
}

/** The file name of a pair's picture. */
export function pairFile(layout: InputFile, exemplar: InputFile): string {
  return `${layout.name}--${exemplar.name}.png`
}

/** Digest of everything that decides a pair's pixels. */
export function pairKey(
  { id, version, stages, annotator }: PackManifest,
  layout: PlannedLayout,
  exemplar: PlannedExemplar,
  choices: { readonly seed: number; readonly provider: string; readonly threads: number },
): string {
  const graphs = Object.values(stages).map((stage) => stage?.sha256 ?? '')
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
      seed,
      provider,
      threads,
    ]),
  )
}
