import { join } from 'node:path'
import { checkWritable, writeFileAtomically } from '../../images/atomic-write.ts'
import { composeContactSheet } from '../../images/contact-sheet.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { encodeFullPhoto } from '../../images/full-resolution/encode-full-photo.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { makeUpSentence } from '../../contract/recipes/make-up-notice.ts'
import { isAboutInputs } from '../batch/about-inputs.ts'
import { batchPairs, type BatchPair } from '../batch/batch-pairs.ts'
import type { InputFailure } from '../batch/batch-plan.ts'
import { BatchProgress } from '../batch/batch-progress.ts'
import { BatchState } from '../batch/batch-state.ts'
import { listInputs, PHOTO_EXTENSIONS } from '../batch/list-inputs.ts'
import type { Shard } from '../batch/shard.ts'
import { LazyEngine } from '../engine/lazy-engine.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import type { CliEnvironment } from '../environment.ts'
import { sha256 } from '../output/digest.ts'
import { StatusLine } from '../output/status-line.ts'
import type { MakeupValues } from './makeup-values.ts'
import { makeUpPhoto, readMakeupInputs, readWornFile, type MakeupChoices } from './make-up-photo.ts'

const SHEET_FILE = 'contact-sheet.png'
const CELL = { width: 256, height: 256 }

export interface MakeupBatchValues extends Pick<MakeupValues, 'provider' | 'threads'> {
  readonly photos: string
  readonly exemplars: string
  readonly out: string
  readonly shard?: Shard | undefined
  readonly captions: boolean
}

/** One made-up photo of a batch. */
interface MadePhoto {
  readonly file: string
  readonly photo: string
  readonly exemplar: string
  readonly sha256: string
  /** Made by an earlier run. */
  readonly skipped: boolean
  readonly notices: readonly string[]
}

export interface MakeupBatch {
  readonly pictures: readonly MadePhoto[]
  readonly failures: readonly InputFailure[]
  readonly sheet: Uint8Array | undefined
}

/** Everything at full strength on the largest face. */
const CHOICES: MakeupChoices = { strength: 1, tone: 0, swapSides: false, allFaces: false }

/**
 * The make-up of every exemplar on every photo, as PNG in the photos' own size, depth and colour space. Photos without a face,
 * or that cannot be read, lose their pictures, each with one sentence; what is finished is not made again.
 */
export async function runMakeupBatch(values: MakeupBatchValues, environment: CliEnvironment): Promise<MakeupBatch> {
  const { signal, stderr, now } = environment
  const photos = await listInputs(values.photos, PHOTO_EXTENSIONS)
  const exemplars = await listInputs(values.exemplars, PHOTO_EXTENSIONS)
  await checkWritable(join(values.out, SHEET_FILE))
  const pairs = batchPairs(photos, exemplars, values.shard)
  const progress = new BatchProgress(stderr, pairs.length, now)
  const engine = new LazyEngine(environment, values, (message) => progress.say(message))
  const state = await BatchState.open(values.out, values.shard)
  const digests = new Map<string, Promise<string>>()
  const digestOf = (path: string): Promise<string> => {
    const known = digests.get(path) ?? readPictureFile(path).then(sha256)
    digests.set(path, known)
    return known
  }
  const pictures: MadePhoto[] = []
  const failures: InputFailure[] = []
  let worn: { readonly path: string; readonly read: ReturnType<typeof readWornFile> } | undefined
  try {
    for (const { layout: photo, exemplar, file } of pairs) {
      throwIfCancelled(signal)
      try {
        const key = sha256(
          JSON.stringify(['make-up', 1, await digestOf(photo.path), await digestOf(exemplar.path), CHOICES]),
        )
        const finished = await state.finished(file, key)
        const named = { file, photo: photo.path, exemplar: exemplar.path }
        if (finished !== undefined) {
          pictures.push({ ...named, sha256: finished, skipped: true, notices: [] })
          progress.advance(file, 'skipped')
          continue
        }
        if (worn?.path !== exemplar.path) worn = { path: exemplar.path, read: readWornFile(exemplar.path) }
        const inputs = await readMakeupInputs({ photo: photo.path, exemplar: exemplar.path }, await worn.read)
        const made = await makeUpPhoto(await engine.get(), inputs, CHOICES, environment, new StatusLine(SILENT))
        const bytes = await encodeFullPhoto(made.file, { format: 'png' })
        throwIfCancelled(signal)
        await writeFileAtomically(join(values.out, file), bytes)
        const digest = sha256(bytes)
        await state.record(file, key, digest)
        pictures.push({ ...named, sha256: digest, skipped: false, notices: made.result.notices.map(makeUpSentence) })
        progress.advance(file, 'made')
      } catch (error) {
        if (!isAboutInputs(error)) throw error
        failures.push({ path: `${photo.path}, ${exemplar.path}`, message: error.message })
        progress.say(`${file}: ${error.message}`)
        progress.advance(file, 'failed')
      }
    }
  } finally {
    progress.end()
    await engine.dispose()
  }
  // A shard has not all the pictures.
  const sheet = values.shard === undefined ? await contactSheet(pairs, pictures, values) : undefined
  if (sheet !== undefined) await writeFileAtomically(join(values.out, SHEET_FILE), sheet)
  return { pictures, failures, sheet }
}

/** The batch tells its own progress. */
const SILENT = { isTerminal: false, columns: 80, write: () => undefined }

async function contactSheet(
  pairs: readonly BatchPair[],
  pictures: readonly MadePhoto[],
  { out, captions }: MakeupBatchValues,
): Promise<Uint8Array | undefined> {
  if (pictures.length === 0) return undefined
  const made = new Set(pictures.map(({ file }) => file))
  const exemplars = [...new Map(pairs.map(({ exemplar }) => [exemplar.path, exemplar])).values()]
  const photos = [...new Map(pairs.map(({ layout }) => [layout.path, layout])).values()]
  const load = (path: string) => async () => decodePhoto(await readPictureFile(path), path, { longestSide: 1024 })
  const entry = ({ path, name }: (typeof photos)[number]): { load: ReturnType<typeof load>; caption?: string } => ({
    load: load(path),
    ...(captions ? { caption: name } : {}),
  })
  const image = await composeContactSheet({
    exemplars: exemplars.map(entry),
    layouts: photos.map(entry),
    results: photos.map((photo) =>
      exemplars.map((exemplar) => {
        const pair = pairs.find((each) => each.layout.path === photo.path && each.exemplar.path === exemplar.path)
        return pair === undefined || !made.has(pair.file) ? undefined : { load: load(join(out, pair.file)) }
      }),
    ),
    cell: CELL,
  })
  return encodePhotoPng(image)
}
