import type {
  ExemplarEntry,
  ExemplarLabels,
  ExemplarPatch,
  PhotoFrame,
} from '../../../electron/contract/exemplar-library.ts'
import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { HostJobs } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import { sharesByClass, type ClassShares } from './class-coverage.ts'

/** Longest side of an exemplar as it is used: enough for pictures of 1024 pixels. */
export const EXEMPLAR_SIDE = 1024
/** Longest side of what the annotator sees; it works on a smaller square itself. */
const ANNOTATED_SIDE = 512
/** Photos kept decoded, about 2 MB each: as many as one picture may take its style from. */
const KEPT_PHOTOS = 9

export type LibraryShell = Pick<
  ShellApi,
  | 'addExemplar'
  | 'encodeImage'
  | 'listExemplars'
  | 'noteExemplarUsed'
  | 'openImageDialog'
  | 'readExemplar'
  | 'readExemplarLabels'
  | 'readExemplarOriginal'
  | 'readExemplarThumbnail'
  | 'removeExemplar'
  | 'storeExemplarLabels'
  | 'updateExemplar'
>

/** The user's photos and the samples: what there is, what each shows, and their pixels on demand. */
export class PhotoLibrary {
  readonly entries = new Observable<readonly ExemplarEntry[]>([])
  /** What each photo shows, by exemplar id; known once its labels are. Of the pack asked for last. */
  readonly shares = new Observable<ReadonlyMap<string, ClassShares>>(new Map())
  readonly #shell: LibraryShell
  readonly #client: Pick<HostJobs, 'annotate'>
  readonly #photos = new Map<string, Promise<RgbImage>>()
  readonly #labels = new Map<string, Promise<LabelMap>>()
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
    const [oldest] = this.#photos.keys()
    if (this.#photos.size > KEPT_PHOTOS && oldest !== undefined) this.#photos.delete(oldest)
    return photo
  }

  /**
   * The photo's labels in the pack's class ids: as stored, else as the annotator sees it, which is then stored.
   *
   * @param unlessAborted Gives up, as long as nobody asked without it.
   * @throws JobCancelled when given up
   */
  labels(id: string, manifest: PackManifest, unlessAborted?: AbortSignal): Promise<LabelMap> {
    this.#usePack(manifest.id)
    if (unlessAborted === undefined) this.#wanted.add(id)
    return remembered(this.#labels, id, async () => {
      const stored = await this.#shell.readExemplarLabels(id, manifest.id)
      const labels = stored?.labels ?? (await this.#annotate(id, manifest, unlessAborted))
      this.#noteShares(id, labels, manifest)
      return labels
    })
  }

  /** Keeps labels that a person corrected. */
  async correct(id: string, labels: LabelMap, manifest: PackManifest): Promise<void> {
    await this.#store(id, { packId: manifest.id, labels, corrected: true })
    // The pack may have been changed while they were painted.
    if (this.#packId === manifest.id) this.#labels.set(id, Promise.resolve(labels))
    this.#noteShares(id, labels, manifest)
    await this.refresh()
  }

  /** Whether a person corrected the labels that are stored for this pack. */
  async isCorrected(id: string, manifest: PackManifest): Promise<boolean> {
    return (await this.#shell.readExemplarLabels(id, manifest.id))?.corrected ?? false
  }

  /** Throws the stored labels away for what the annotator sees. */
  async labelAnew(id: string, manifest: PackManifest): Promise<void> {
    this.#labels.delete(id)
    const labels = await this.#annotate(id, manifest)
    this.#labels.set(id, Promise.resolve(labels))
    this.#noteShares(id, labels, manifest)
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
    for (const known of [this.#photos, this.#labels, this.#thumbnails]) known.delete(id)
    this.shares.set(new Map([...this.shares.get()].filter(([other]) => other !== id)))
    await this.refresh()
  }

  async remove(id: string): Promise<void> {
    await this.#shell.removeExemplar(id)
    this.#photos.delete(id)
    this.#labels.delete(id)
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

  async #annotate(id: string, manifest: PackManifest, unlessAborted?: AbortSignal): Promise<LabelMap> {
    const { annotator, classes } = manifest
    const image = await this.#shell.readExemplar(id, ANNOTATED_SIDE)
    // Without an annotator everything is the pack's first class until a person says better.
    if (annotator === undefined) {
      const { width, height } = image
      return { width, height, data: new Uint8Array(width * height).fill(classes[0]?.id ?? 0) }
    }
    if (unlessAborted?.aborted === true && !this.#wanted.has(id)) throw new JobCancelled()
    const job = this.#client.annotate(image, annotator, manifest.id)
    const giveUp = (): void => {
      if (!this.#wanted.has(id)) job.cancel()
    }
    unlessAborted?.addEventListener('abort', giveUp, { once: true })
    const { labels } = await job.result.finally(() => unlessAborted?.removeEventListener('abort', giveUp))
    await this.#store(id, { packId: manifest.id, labels, corrected: false })
    return labels
  }

  async #store(id: string, labels: ExemplarLabels): Promise<void> {
    await this.#shell.storeExemplarLabels(id, labels)
  }

  /** Labels and shares are in the ids of one pack. */
  #usePack(packId: string): void {
    if (this.#packId === packId) return
    this.#packId = packId
    this.#labels.clear()
    this.#wanted.clear()
    this.shares.set(new Map())
  }

  #noteShares(id: string, labels: LabelMap, { id: packId, classes }: PackManifest): void {
    if (this.#packId === packId) this.shares.set(new Map(this.shares.get()).set(id, sharesByClass(labels, classes)))
  }
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
