import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exemplarIdSchema } from '../../contract/exemplar-library.ts'
import type { PhotoReading } from '../../contract/exemplar-reading.ts'
import { readRegularFile } from '../../files/read-regular-file.ts'
import { makeFolder, writeFileAtomically } from '../../images/atomic-write.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'
import { fileExists } from '../files/folder-listing.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { exemplarRecordSchema, type ExemplarRecord } from './exemplar-record.ts'
import { decodeReading, encodeReading, MAXIMUM_READING_BYTES } from './stored-reading.ts'

/** Files that are made from the photo. */
const MADE_FILE = /^(thumbnail\.jpg|reading-.*\.bin|labels-.*\.png)$/

/** What is kept for one exemplar: the record, the user's photo, the thumbnail and what the photo shows. */
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

  /** Removes the thumbnail and all readings: the photo is used otherwise now. */
  async forgetMade(): Promise<void> {
    const names = (await readdir(this.path).catch(() => [])).filter((name) => MADE_FILE.test(name))
    await Promise.all(names.map((name) => rm(join(this.path, name), { force: true })))
  }

  /** @returns undefined where there is none, or none that this version can read */
  async readReading(packId: string): Promise<PhotoReading | undefined> {
    const path = join(this.path, readingFile(packId))
    const bytes = await readRegularFile(path, MAXIMUM_READING_BYTES).catch(() => undefined)
    return bytes === undefined ? undefined : decodeReading(bytes)
  }

  /** The label map that a version up to 1.3 stored. @throws ImageError when it is damaged */
  async readOldLabels(packId: string): Promise<PhotoReading | undefined> {
    const name = oldLabelsFile(packId)
    const bytes = await readRegularFile(join(this.path, name), MAXIMUM_READING_BYTES).catch(() => undefined)
    if (bytes === undefined) return undefined
    const pixels = readLayoutPng(bytes, name)
    if (pixels.kind !== 'values') return undefined
    const labels = { width: pixels.width, height: pixels.height, data: pixels.values }
    return { condition: { kind: 'labels', labels } }
  }

  async writeReading(packId: string, reading: PhotoReading): Promise<void> {
    await makeFolder(this.path)
    await writeFileAtomically(join(this.path, readingFile(packId)), await encodeReading(reading))
  }

  async removeOldLabels(packId: string): Promise<void> {
    await rm(join(this.path, oldLabelsFile(packId)), { force: true })
  }

  /** Removes the record first: a folder without one belongs to no photo and is cleaned up later. */
  async remove(): Promise<void> {
    await rm(this.recordPath, { force: true })
    // A thumbnail may be written meanwhile, which makes a folder "not empty" again.
    await rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  private get recordPath(): string {
    return join(this.path, 'exemplar.json')
  }
}

function readingFile(packId: string): string {
  return `reading-${packId}.bin`
}

function oldLabelsFile(packId: string): string {
  return `labels-${packId}.png`
}
