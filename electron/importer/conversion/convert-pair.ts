import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

import { CocanvasError } from '../../contract/error-codes.ts'
import { packIdSchema } from '../../contract/pack-facts.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { OfficialVariantId } from '../architecture/official-variant.ts'
import { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { Precision } from '../graphs/graph-builder.ts'
import type { OfficialNetworks } from '../graphs/stages/official-networks.ts'
import type { TensorSource } from '../graphs/weights/weight.ts'
import type { CandidateFile } from '../recognition/candidate-file.ts'
import { recognisePair } from '../recognition/recognise-pair.ts'
import { progressCounter, type ReportProgress } from './conversion-progress.ts'
import type { RunGraph } from './graph-runner.ts'
import { importFailure } from './import-error.ts'
import { licenceNotice } from './licence-notice.ts'
import type { SourceFile } from './source-file.ts'
import { writePack } from './write-pack.ts'

/** What is to be converted, and where to. */
export interface ConversionRequest {
  /** `<epoch>_net_Corr.pth`. */
  readonly correspondence: string
  /** `<epoch>_net_G.pth`. */
  readonly generator: string
  /** Must fit the files; needed only for ade20k-noise, which looks like ade20k. */
  readonly variant?: OfficialVariantId | undefined
  readonly precision: Precision
  /** The pack's folder, named like the pack's id; by default `packs` of the data folder and the variant's name. */
  readonly folder: (variant: OfficialVariantId) => string
  /** Asked with the terms once the task is known. */
  readonly confirmLicence: (notice: string) => Promise<boolean>
}

/** Where the conversion gets what it does not do itself. */
export interface ConversionSurroundings {
  readonly run: RunGraph
  readonly signal: AbortSignal
  readonly report: ReportProgress
}

export interface ConvertedPack {
  readonly folder: string
  readonly manifest: PackManifest
  /** Variants that the files might be just as well, where the request named none. */
  readonly alternatives: readonly OfficialVariantId[]
}

/**
 * Turns a checkpoint pair into a pack: the folder appears whole, with a passed self-test, or not at all.
 * @throws CocanvasError with one sentence; the signal's reason when cancelled
 */
export async function convertPair(
  request: ConversionRequest,
  surroundings: ConversionSurroundings,
): Promise<ConvertedPack> {
  try {
    return await convert(request, surroundings)
  } catch (error) {
    throw importFailure(error)
  }
}

async function convert(request: ConversionRequest, surroundings: ConversionSurroundings): Promise<ConvertedPack> {
  const { signal } = surroundings
  const correspondence = await Checkpoint.open(request.correspondence, signal)
  try {
    const generator = await Checkpoint.open(request.generator, signal)
    try {
      return await convertOpened([correspondence, generator], request, surroundings)
    } finally {
      await generator.dispose()
    }
  } finally {
    await correspondence.dispose()
  }
}

async function convertOpened(
  files: readonly [correspondence: Checkpoint, generator: Checkpoint],
  request: ConversionRequest,
  surroundings: ConversionSurroundings,
): Promise<ConvertedPack> {
  const { signal, report } = surroundings
  const recognised = recognisePair(
    { correspondence: candidate(files[0]), generator: candidate(files[1]) },
    request.variant,
  )
  const { variant } = recognised
  const target = resolve(request.folder(variant.id))
  await requireFree(target)
  if (!(await request.confirmLicence(licenceNotice(variant.task.id))))
    throw new CocanvasError(
      'bad-request',
      'The terms of the checkpoint were not confirmed, so no pack was written; confirm them with --accept-licence.',
    )

  const count = progressCounter(report, 'checking the files', files[0].byteLength + files[1].byteLength)
  const sources: SourceFile[] = []
  for (const file of files) {
    const { fileName } = file
    const sha256 = await file.verify({
      signal,
      onBytes: (bytes) => {
        count(fileName, bytes)
      },
    })
    sources.push({ name: fileName, sha256, bytes: file.byteLength })
  }
  const networks: OfficialNetworks = {
    variant,
    widths: recognised.correspondence.widths,
    generatorWidths: recognised.generator.widths,
    correspondence: tensorsOf(files[0], signal),
    generator: tensorsOf(files[1], signal),
    precision: request.precision,
  }
  const manifest = await appearWhole(target, (folder) =>
    writePack({ folder, id: basename(target), networks, sources }, surroundings),
  )
  const alternatives = request.variant === undefined ? recognised.alternatives.map(({ id }) => id) : []
  return { folder: target, manifest, alternatives }
}

function candidate(checkpoint: Checkpoint): CandidateFile {
  return { fileName: checkpoint.fileName, shapes: checkpoint.shapes() }
}

function tensorsOf(checkpoint: Checkpoint, signal: AbortSignal): TensorSource {
  return { read: (key) => checkpoint.readFloat32(key, { signal }) }
}

async function requireFree(target: string): Promise<void> {
  if (!packIdSchema.safeParse(basename(target)).success)
    throw new CocanvasError(
      'bad-request',
      `A pack's folder is named by lower-case letters, digits and dashes, which ${basename(target)} is not; choose another --out.`,
    )
  const taken = await access(target).then(
    () => true,
    () => false,
  )
  if (taken)
    throw new CocanvasError('bad-request', `${target} exists already; remove that pack first or choose another --out.`)
}

/** Fills a hidden folder beside `target` and renames it; whatever stops the work, no half of a pack stays. */
async function appearWhole<Result>(target: string, fill: (folder: string) => Promise<Result>): Promise<Result> {
  const hidden = join(dirname(target), `.importing-${basename(target)}-${randomUUID()}`)
  const remove = (): void => {
    rmSync(hidden, { recursive: true, force: true })
  }
  process.on('exit', remove)
  try {
    await mkdir(hidden, { recursive: true })
    const result = await fill(hidden)
    await rename(hidden, target)
    return result
  } catch (error) {
    await rm(hidden, { recursive: true, force: true })
    throw error
  } finally {
    process.off('exit', remove)
  }
}
