import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exemplarIdSchema } from '../../contract/exemplar-library.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import { makeFolder, writeFileAtomically } from '../../images/atomic-write.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'
import { fileExists } from '../files/folder-listing.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { encodeIndexedPng } from '../project/indexed-png.ts'
import { exemplarRecordSchema, type ExemplarRecord } from './exemplar-record.ts'

/** What is kept for one exemplar: the record, the user's photo, the thumbnail and labels. */
export class ExemplarFolder {
  readonly path: string

  constructor(libraryFolder: string, exemplarId: string) {
    this.path = join(libraryFolder, exemplarIdSchema.parse(exemplarId))
  }

  /**
   * Undefined when there is none, or none that this version understands.
   *
   * @throws CocanvasError when it is there and cannot be read, which is not the same as missing
   */
  async readRecord(): Promise<ExemplarRecord | undefined> {
    const stored = await readJsonFile(this.recordPath)
    return exemplarRecordSchema.safeParse(stored.kind === 'value' ? stored.value : undefined).data
  }

  async writeRecord(record: ExemplarRecord): Promise<void> {
    await writeJsonFile(this.recordPath, record)
  }

  /** A photo of the user's own, complete with its record; appears whole or not at all. */
  async create(photo: Uint8Array, record: ExemplarRecord & { readonly file: string }): Promise<void> {
    const unfinished = `${this.path}.unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await makeFolder(unfinished)
    await writeFileAtomically(join(unfinished, record.file), photo)
    await writeJsonFile(join(unfinished, 'exemplar.json'), record)
    // A folder without a record is what an interrupted removal leaves; one that is not understood is kept.
    if (await fileExists(this.recordPath)) await rename(this.path, `${this.path}.kept-${Date.now()}`)
    else await rm(this.path, { recursive: true, force: true })
    await rename(unfinished, this.path)
  }

  async readThumbnail(): Promise<Uint8Array | undefined> {
    const bytes = await readFile(join(this.path, 'thumbnail.jpg')).catch(() => undefined)
    return bytes === undefined ? undefined : new Uint8Array(bytes)
  }

  async writeThumbnail(bytes: Uint8Array): Promise<void> {
    await makeFolder(this.path)
    await writeFileAtomically(join(this.path, 'thumbnail.jpg'), bytes)
  }

  /** What was made from the photo, after it is used otherwise. */
  async forgetMade(packIds: readonly string[]): Promise<void> {
    const names = ['thumbnail.jpg', ...packIds.map((packId) => `labels-${packId}.png`)]
    await Promise.all(names.map((name) => rm(join(this.path, name), { force: true })))
  }

  /** @throws ImageError when the stored labels are damaged. */
  async readLabels(packId: string): Promise<LabelMap | undefined> {
    const name = `labels-${packId}.png`
    const bytes = await readFile(join(this.path, name)).catch(() => undefined)
    if (bytes === undefined) return undefined
    const pixels = readLayoutPng(bytes, name)
    if (pixels.kind !== 'values') return undefined
    return { width: pixels.width, height: pixels.height, data: pixels.values }
  }

  async writeLabels(packId: string, labels: LabelMap): Promise<void> {
    await makeFolder(this.path)
    await writeFileAtomically(join(this.path, `labels-${packId}.png`), await encodeIndexedPng(labels))
  }

  /** The record goes first: without it the rest is nobody's. */
  async remove(): Promise<void> {
    await rm(this.recordPath, { force: true })
    // A thumbnail may be written meanwhile, which makes a folder "not empty" again.
    await rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  private get recordPath(): string {
    return join(this.path, 'exemplar.json')
  }
}
