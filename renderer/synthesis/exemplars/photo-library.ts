import { classMapOf, conditionOfClasses } from '../../../electron/contract/class-maps.ts'
import type { Condition } from '../../../electron/contract/condition.ts'
import type { ExemplarEntry, ExemplarPatch, PhotoFrame } from '../../../electron/contract/exemplar-library.ts'
import type { ExemplarReading } from '../../../electron/contract/exemplar-reading.ts'
import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { HostJobs } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import { sharesByClass, type ClassShares } from './class-coverage.ts'

/** Longest side of an exemplar as it is used: enough for pictures of 1024 pixels. */
export const EXEMPLAR_SIDE = 1024
/** Longest side of what the annotator sees; it works on a smaller square itself. */
const ANNOTATED_SIDE = 512
/** Photos kept decoded, about 2 MB each: as many as one picture may take its style from. */
const KEPT_PHOTOS = 9
/** Readings kept in memory, up to 2 MB each; the others are on the disk. */
const KEPT_READINGS = 32

/** What a photo shows. */
export interface PhotoReading {
  readonly condition: Condition
  /** The photo as the pack had it prepared, which the condition belongs to; undefined = the photo as it is. */
  readonly picture?: RgbImage | undefined
}

export type LibraryShell = Pick<
  ShellApi,
  | 'addExemplar'
  | 'encodeImage'
  | 'listExemplars'
  | 'noteExemplarUsed'
  | 'openImageDialog'
  | 'readExemplar'
  | 'readExemplarOriginal'
  | 'readExemplarReading'
  | 'readExemplarThumbnail'
  | 'removeExemplar'
  | 'storeExemplarReading'
  | 'updateExemplar'
>

/** The user's photos and the samples: what there is, what each shows, and their pixels on demand. */
export class PhotoLibrary {
  readonly entries = new Observable<readonly ExemplarEntry[]>([])
  /** How much of each photo each class covers, by exemplar id; known once the photo was read. Of the pack asked for last. */
  readonly shares = new Observable<ReadonlyMap<string, ClassShares>>(new Map())
  readonly #shell: LibraryShell
  readonly #client: Pick<HostJobs, 'annotate'>
  readonly #photos = new Map<string, Promise<RgbImage>>()
  readonly #readings = new Map<string, Promise<PhotoReading | undefined>>()
  /** Photos that were read for the pack asked for last. */
  readonly #read = new Set<string>()
  /** Photos somebody waits for: a background job that began to look at one must not stop then. */
  readonly #wanted = new Set<string>()
  readonly #thumbnails = new Map<string, Promise<string>>()
  #packId: string | undefined
  /** How many lists were asked for, and which of them is shown. */
  #asked = 0
  #shown = 0

  constructor(shell: LibraryShell, client: Pick<HostJobs, 'annotate'>) {
    this.#shell = shell
    this.#client = client
  }

  /** Lists that were asked for earlier but arrive later are dropped: they would bring a removed photo back. */
  async refresh(): Promise<void> {
    this.#asked += 1
    const turn = this.#asked
    const entries = await this.#shell.listExemplars()
    if (turn < this.#shown) return
    this.#shown = turn
    this.entries.set(entries)
  }

  /** A blob address of a small JPEG, good until the library is disposed. */
  thumbnail(id: string): Promise<string> {
    return remembered(this.#thumbnails, id, async () => {
      const bytes = await this.#shell.readExemplarThumbnail(id)
      return URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }))
    })
  }

  photo(id: string): Promise<RgbImage> {
    const photo = remembered(this.#photos, id, () => this.#shell.readExemplar(id, EXEMPLAR_SIDE))
    keepNewest(this.#photos, KEPT_PHOTOS)
    return photo
  }

  /**
   * What the photo shows, in a kind of condition that the pack takes and in its class ids: as stored, else as the annotator
   * sees it, which is then stored.
   *
   * @param unlessAborted Gives up, as long as nobody asked without it.
   * @returns undefined for a pack that has no annotator and takes more than classes
   * @throws JobCancelled when given up; CocanvasError when the photo does not show what the pack needs
   */
  reading(id: string, manifest: PackManifest, unlessAborted?: AbortSignal): Promise<PhotoReading | undefined> {
    this.#usePack(manifest.id)
    if (unlessAborted === undefined) this.#wanted.add(id)
    const reading = remembered(this.#readings, id, async () => {
      const stored = await this.#shell.readExemplarReading(id, manifest.id)
      const made = stored ?? (await this.#annotate(id, manifest, unlessAborted))
      this.#note(id, made, manifest)
      return made
    })
    keepNewest(this.#readings, KEPT_READINGS)
    return reading
  }

  /** Whether the photo was read for the pack asked for last. */
  hasRead(id: string): boolean {
    return this.#read.has(id)
  }

  /** Keeps classes that a person corrected. */
  async correct(id: string, labels: LabelMap, manifest: PackManifest): Promise<void> {
    const before = await this.reading(id, manifest)
    const picture = before?.picture
    const kind = before?.condition.kind ?? 'labels'
    const condition = conditionOfClasses(kind, labels, picture ?? (await this.photo(id)))
    if (condition === undefined) throw new TypeError(`${kind} hold no classes to correct`)
    const corrected: PhotoReading = picture === undefined ? { condition } : { condition, picture }
    await this.#store(id, { packId: manifest.id, ...corrected, corrected: true })
    // The pack may have been changed while they were painted.
    if (this.#packId === manifest.id) this.#readings.set(id, Promise.resolve(corrected))
    this.#note(id, corrected, manifest)
    await this.refresh()
  }

  /** Whether a person corrected what is stored for this pack. */
  async isCorrected(id: string, manifest: PackManifest): Promise<boolean> {
    return (await this.#shell.readExemplarReading(id, manifest.id))?.corrected ?? false
  }

  /** Throws what is stored away for what the annotator sees. */
  async readAnew(id: string, manifest: PackManifest): Promise<void> {
    this.#readings.delete(id)
    const reading = await this.#annotate(id, manifest)
    this.#readings.set(id, Promise.resolve(reading))
    this.#note(id, reading, manifest)
    await this.refresh()
  }

  /** @returns the entries of the photos, those already in the library among them. */
  async add(files: readonly NamedBytes[]): Promise<readonly ExemplarEntry[]> {
    const added: ExemplarEntry[] = []
    for (const file of files) added.push(await this.#shell.addExemplar(file))
    await this.refresh()
    return added
  }

  /** Asks for photos and adds them; nothing when the user thinks better of it. */
  async addByDialog(): Promise<readonly ExemplarEntry[]> {
    const opened = (await this.#shell.openImageDialog(2 * EXEMPLAR_SIDE)) ?? []
    const files: NamedBytes[] = []
    for (const { name, image } of opened)
      files.push({ name, bytes: await this.#shell.encodeImage(image, { format: 'png' }) })
    return this.add(files)
  }

  async update(id: string, patch: ExemplarPatch): Promise<void> {
    await this.#shell.updateExemplar(id, patch)
    await this.refresh()
  }

  /** The whole photo, to choose what is used of it. */
  original(id: string, longestSide: number): Promise<RgbImage> {
    return this.#shell.readExemplarOriginal(id, longestSide)
  }

  /** Uses this much of a photo, null for all of it; what was known of the photo is seen anew. */
  async frame(id: string, frame: PhotoFrame | null): Promise<void> {
    await this.#shell.updateExemplar(id, { frame })
    for (const known of [this.#photos, this.#readings, this.#thumbnails, this.#read]) known.delete(id)
    this.shares.set(new Map([...this.shares.get()].filter(([other]) => other !== id)))
    await this.refresh()
  }

  async remove(id: string): Promise<void> {
    await this.#shell.removeExemplar(id)
    this.#photos.delete(id)
    this.#readings.delete(id)
    await this.refresh()
  }

  /** It comes first at the next start; at once would move the photos under the pointer. */
  async noteUsed(id: string): Promise<void> {
    await this.#shell.noteExemplarUsed(id)
  }

  dispose(): void {
    for (const address of this.#thumbnails.values()) void address.then((url) => URL.revokeObjectURL(url))
    this.entries.dispose()
    this.shares.dispose()
  }

  async #annotate(id: string, manifest: PackManifest, unlessAborted?: AbortSignal): Promise<PhotoReading | undefined> {
    const { annotator, exemplarPreparation } = manifest
    if (annotator === undefined) return unread(await this.#shell.readExemplar(id, ANNOTATED_SIDE), manifest)
    // A part of the photo is prepared, which takes its pixels from the photo as it is used.
    const side = exemplarPreparation === undefined ? ANNOTATED_SIDE : EXEMPLAR_SIDE
    const image = await this.#shell.readExemplar(id, side)
    if (unlessAborted?.aborted === true && !this.#wanted.has(id)) throw new JobCancelled()
    const job = this.#client.annotate(image, annotator, manifest.id)
    const giveUp = (): void => {
      if (!this.#wanted.has(id)) job.cancel()
    }
    unlessAborted?.addEventListener('abort', giveUp, { once: true })
    const { condition, picture } = await job.result.finally(() => unlessAborted?.removeEventListener('abort', giveUp))
    const reading: PhotoReading = picture === undefined ? { condition } : { condition, picture }
    await this.#store(id, { packId: manifest.id, ...reading, corrected: false })
    return reading
  }

  async #store(id: string, reading: ExemplarReading): Promise<void> {
    await this.#shell.storeExemplarReading(id, reading)
  }

  /** Readings and shares are in the ids of one pack. */
  #usePack(packId: string): void {
    if (this.#packId === packId) return
    this.#packId = packId
    this.#readings.clear()
    this.#read.clear()
    this.#wanted.clear()
    this.shares.set(new Map())
  }

  #note(id: string, reading: PhotoReading | undefined, { id: packId, classes }: PackManifest): void {
    if (this.#packId !== packId) return
    this.#read.add(id)
    const labels = reading === undefined ? undefined : classMapOf(reading.condition)
    if (labels !== undefined) this.shares.set(new Map(this.shares.get()).set(id, sharesByClass(labels, classes)))
  }
}

/** What is assumed of a photo that no annotator reads: all is the pack's first class until a person says better. */
function unread(image: RgbImage, manifest: PackManifest): PhotoReading | undefined {
  const { width, height } = image
  const kind = drawnKind(manifest)
  const data = new Uint8Array(width * height).fill(manifest.classes[0]?.id ?? 0)
  const condition = kind === undefined ? undefined : conditionOfClasses(kind, { width, height, data }, image)
  return condition === undefined ? undefined : { condition }
}

/** Forgets what was asked for first until so many are left. */
function keepNewest(kept: Map<string, unknown>, count: number): void {
  const [oldest] = kept.keys()
  if (kept.size > count && oldest !== undefined) kept.delete(oldest)
}

/** The value of a key, made at first asking; a failure is forgotten, so that asking again tries again. */
function remembered<Value>(kept: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => {
    if (kept.get(key) === made) kept.delete(key)
  })
  return made
}
