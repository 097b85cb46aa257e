import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, extname, join, parse } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import { exemplarIdSchema, type ExemplarEntry, type ExemplarPatch } from '../../contract/exemplar-library.ts'
import type { ExemplarReading, PhotoReading } from '../../contract/exemplar-reading.ts'
import type { NamedBytes } from '../../contract/image-file.ts'
import { MAXIMUM_IMAGE_SIDE } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { PhotoOptions } from '../../images/decode-photo.ts'
import { ImageError } from '../../images/image-error.ts'
import { fitLongestSide } from '../../images/photo-scaling.ts'
import { pictureFormat } from '../../images/picture-format.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import { encodeImage } from '../images/encode-image.ts'
import { PhotoSizes, type PhotoFile } from '../images/photo-sizes.ts'
import { encodeThumbnail, THUMBNAIL_SIDE } from '../images/photo-thumbnail.ts'
import { ExemplarFolder } from './exemplar-folder.ts'
import { entryOfOwn, entryOfSample } from './exemplar-entries.ts'
import type { ExemplarRecord } from './exemplar-record.ts'
import { framePhoto, sideForFrame } from './frame-photo.ts'
import { readSampleExemplars, type SampleExemplar } from './sample-exemplars.ts'
import { shippedReading } from './shipped-reading.ts'

/** What is embedded of a framed photo: enough for pictures of 1024 pixels. */
const EMBEDDED_SIDE = 2048
const EMBEDDED_ENCODING = { format: 'jpeg', quality: 95 } as const

interface AddOptions extends Pick<PhotoOptions, 'onNotice'> {
  readonly now?: Date
}

/** The shipped photos and the user's own, the latter in `exemplars/` of the data folder. */
export class ExemplarLibrary {
  private readonly folder: string
  private readonly assetsFolder: string
  private readonly findPack: (packId: string) => Promise<PackManifest>
  private readonly turns = new TurnQueue()
  private readonly sizes = new PhotoSizes()

  /** @param findPack the manifest of an installed pack; rejects where there is none */
  constructor(dataFolder: string, assetsFolder: string, findPack: (packId: string) => Promise<PackManifest>) {
    this.folder = join(dataFolder, 'exemplars')
    this.assetsFolder = assetsFolder
    this.findPack = findPack
  }

  /** Recently used first, then the user's own by age, then samples in their order. */
  async list(): Promise<ExemplarEntry[]> {
    const samples = await readSampleExemplars(this.assetsFolder)
    const ids = (await readdir(this.folder).catch(() => [])).filter(
      (name) => name.startsWith('own-') && exemplarIdSchema.safeParse(name).success,
    )
    // An entry that cannot be read does not keep the others from being listed.
    const own = await Promise.all(ids.map((id) => this.ownEntry(id).catch(() => undefined)))
    const entries = [
      ...own.filter((entry) => entry !== undefined),
      ...(await Promise.all(samples.map((sample) => this.sampleEntry(sample)))),
    ]
    return entries.sort((first, second) => recency(second).localeCompare(recency(first)))
  }

  /** A JPEG, made at first sight. */
  async readThumbnail(exemplarId: string): Promise<Uint8Array> {
    const folder = this.folderOf(exemplarId)
    const kept = await folder.readThumbnail()
    if (kept !== undefined) return kept
    const thumbnail = await encodeThumbnail(await this.read(exemplarId, THUMBNAIL_SIDE))
    await whereItCanBeKept(folder.writeThumbnail(thumbnail))
    return thumbnail
  }

  /** As it is used: turned and cut to its frame. */
  async read(exemplarId: string, longestSide: number): Promise<RgbImage> {
    const record = await this.folderOf(exemplarId).readRecord()
    if (record?.frame === undefined) return this.readOriginal(exemplarId, longestSide)
    return framePhoto(
      await this.readOriginal(exemplarId, sideForFrame(record, record.frame, longestSide)),
      record.frame,
    )
  }

  async readOriginal(exemplarId: string, longestSide: number): Promise<RgbImage> {
    const path = await this.photoPath(exemplarId)
    return this.sizes.read(exemplarId, longestSide, () => readPhotoFile(path))
  }

  /** Named after the user's title, under which another library takes it in. */
  async readBytes(exemplarId: string): Promise<NamedBytes> {
    const path = await this.photoPath(exemplarId)
    const bytes = await readPictureFile(path)
    const record = await this.folderOf(exemplarId).readRecord()
    if (record?.frame !== undefined) {
      const image = await this.read(exemplarId, EMBEDDED_SIDE)
      return { name: `${record.title ?? exemplarId}.jpg`, bytes: await encodeImage(image, EMBEDDED_ENCODING) }
    }
    const title = record?.title
    const name = title === undefined ? basename(path) : `${title}${extname(path)}`
    return { name, bytes: new Uint8Array(bytes) }
  }

  /** The same bytes give the same entry. @throws ImageError when they are no photo. */
  add({ name, bytes }: NamedBytes, { now = new Date(), ...hearing }: AddOptions = {}): Promise<ExemplarEntry> {
    return this.turns.run(async () => {
      const id = `own-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`
      const known = await this.ownEntry(id)
      if (known !== undefined) return known
      const { width, height } = fitLongestSide(
        (await this.sizes.decode(id, { name, bytes }, hearing)).whole,
        MAXIMUM_IMAGE_SIDE,
      )
      const file = `photo.${pictureFormat(bytes) ?? 'image'}`
      const record = {
        formatVersion: 1 as const,
        file,
        title: parse(name).name || name,
        tags: [],
        width,
        height,
        addedAt: now.toISOString(),
        readings: {},
        labels: {},
      }
      await this.folderOf(id).create(bytes, record)
      return entryOfOwn(id, record)
    })
  }

  update(exemplarId: string, patch: ExemplarPatch): Promise<ExemplarEntry> {
    if (isSample(exemplarId) && patch.title !== undefined) {
      throw new CocanvasError('bad-request', 'A sample keeps its title: add the photo as your own to rename it.')
    }
    return this.revise(exemplarId, patch)
  }

  private async revise(exemplarId: string, { title, tags, frame }: ExemplarPatch): Promise<ExemplarEntry> {
    const reframed = frame !== undefined
    const entry = await this.change(exemplarId, ({ frame: frameBefore, labels, readings, ...record }) => {
      const frameNow = frame === undefined ? frameBefore : (frame ?? undefined)
      return {
        ...record,
        readings: reframed ? {} : readings,
        labels: reframed ? {} : labels,
        ...(frameNow === undefined ? {} : { frame: frameNow }),
        ...(title === undefined ? {} : { title }),
        ...(tags === undefined ? {} : { tags }),
      }
    })
    if (reframed) await this.folderOf(exemplarId).forgetMade()
    return entry
  }

  async noteUsed(exemplarId: string, now = new Date()): Promise<void> {
    await whereItCanBeKept(this.change(exemplarId, (record) => ({ ...record, usedAt: now.toISOString() })))
  }

  remove(exemplarId: string): Promise<void> {
    if (isSample(exemplarId))
      throw new CocanvasError('bad-request', 'Samples ship with Cocanvas and cannot be removed.')
    return this.turns.run(() => this.folderOf(exemplarId).remove())
  }

  /**
   * What a person corrected, else what ships with a sample, else what an annotator saw.
   *
   * @returns undefined where nothing is known yet
   */
  async readReading(exemplarId: string, packId: string): Promise<ExemplarReading | undefined> {
    const stored = await this.storedReading(exemplarId, packId)
    if (stored?.corrected === true || !isSample(exemplarId)) return stored
    return (await this.shippedReading(exemplarId, packId)) ?? stored
  }

  /** Shipped labels belong to the whole photo, and to packs that read samples with the same annotator. */
  private async shippedReading(exemplarId: string, packId: string): Promise<ExemplarReading | undefined> {
    const sample = await this.sample(exemplarId)
    const record = await this.folderOf(exemplarId).readRecord()
    const pack = await this.findPack(packId).catch(() => undefined)
    if (pack === undefined || record?.frame !== undefined) return undefined
    return shippedReading(sample, pack)
  }

  private async storedReading(exemplarId: string, packId: string): Promise<ExemplarReading | undefined> {
    const folder = this.folderOf(exemplarId)
    const record = await folder.readRecord()
    const known = record?.readings[packId]
    const old = record?.labels[packId]
    if (known !== undefined) return kept(await folder.readReading(packId), packId, known)
    return old === undefined ? undefined : kept(await folder.readOldLabels(packId), packId, old)
  }

  async storeReading(exemplarId: string, { packId, corrected, ...reading }: ExemplarReading): Promise<void> {
    await this.photoPath(exemplarId)
    const folder = this.folderOf(exemplarId)
    await folder.writeReading(packId, reading)
    await this.change(exemplarId, ({ labels, readings, ...record }) => ({
      ...record,
      labels: without(labels, packId),
      readings: { ...readings, [packId]: { corrected } },
    }))
    await folder.removeOldLabels(packId)
  }

  private change(exemplarId: string, revise: (record: ExemplarRecord) => ExemplarRecord): Promise<ExemplarEntry> {
    return this.turns.run(async () => {
      const folder = this.folderOf(exemplarId)
      const sample = isSample(exemplarId) ? await this.sample(exemplarId) : undefined
      const record =
        (await folder.readRecord()) ?? (sample === undefined ? undefined : await this.freshSampleRecord(sample))
      if (record === undefined) throw missing()
      const revised = revise(record)
      await folder.writeRecord(revised)
      return sample === undefined ? entryOfOwn(exemplarId, revised) : entryOfSample(sample, revised)
    })
  }

  private async ownEntry(id: string): Promise<ExemplarEntry | undefined> {
    const record = await this.folderOf(id).readRecord()
    return record?.file === undefined ? undefined : entryOfOwn(id, record)
  }

  /** The record is kept once made, since its size costs a decoding. */
  private async sampleEntry(sample: SampleExemplar): Promise<ExemplarEntry> {
    const folder = this.folderOf(sample.id)
    const known = await folder.readRecord().catch(() => null)
    if (known !== null && known !== undefined) return entryOfSample(sample, known)
    const record = await this.freshSampleRecord(sample)
    // A record that exists but cannot be read must not be replaced.
    if (known === undefined) await whereItCanBeKept(folder.writeRecord(record))
    return entryOfSample(sample, record)
  }

  private async freshSampleRecord(sample: SampleExemplar): Promise<ExemplarRecord> {
    const { whole } = await this.sizes.decode(sample.id, await readPhotoFile(sample.path))
    const { width, height } = fitLongestSide(whole, MAXIMUM_IMAGE_SIDE)
    return { formatVersion: 1, width, height, readings: {}, labels: {} }
  }

  private async photoPath(exemplarId: string): Promise<string> {
    if (isSample(exemplarId)) return (await this.sample(exemplarId)).path
    const folder = this.folderOf(exemplarId)
    const file = (await folder.readRecord())?.file
    if (file === undefined) throw missing()
    return join(folder.path, file)
  }

  private async sample(exemplarId: string): Promise<SampleExemplar> {
    const sample = (await readSampleExemplars(this.assetsFolder)).find(({ id }) => id === exemplarId)
    if (sample === undefined) throw missing()
    return sample
  }

  private folderOf(exemplarId: string): ExemplarFolder {
    return new ExemplarFolder(this.folder, exemplarId)
  }
}

async function readPhotoFile(path: string): Promise<PhotoFile> {
  return { name: basename(path), bytes: await readPictureFile(path) }
}

function kept(
  reading: PhotoReading | undefined,
  packId: string,
  { corrected }: { readonly corrected: boolean },
): ExemplarReading | undefined {
  return reading === undefined ? undefined : { ...reading, packId, corrected }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key))
}

/** For what is only kept to be quicker or handier next time: a full disk must not keep anybody from working. */
async function whereItCanBeKept(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    if (!(error instanceof ImageError && error.problem === 'unwritable')) throw error
  }
}

function recency(entry: ExemplarEntry): string {
  return entry.usedAt ?? entry.addedAt ?? ''
}

function isSample(exemplarId: string): boolean {
  return exemplarId.startsWith('sample-')
}

function missing(): CocanvasError {
  return new CocanvasError('bad-request', 'This exemplar is no longer in the library: choose another one.')
}
