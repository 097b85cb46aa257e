import type { ExemplarEntry, ExemplarPatch, PhotoFrame } from '../../../electron/contract/exemplar-library.ts'
import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { keepNewest, remembered } from '../../shared/lib/remembered.ts'
import type { HostJobs } from '../inference/host-jobs.ts'
import { PhotoReadings, type ReadingsShell } from './photo-readings.ts'

/** Longest side of an exemplar as it is used: enough for pictures of 1024 pixels. */
export const EXEMPLAR_SIDE = 1024
/** Photos kept decoded, about 2 MB each: as many as one picture may take its style from. */
const KEPT_PHOTOS = 9

export type LibraryShell = ReadingsShell &
  Pick<
    ShellApi,
    | 'addExemplar'
    | 'addExemplarsByDialog'
    | 'listExemplars'
    | 'noteExemplarUsed'
    | 'readExemplarOriginal'
    | 'readExemplarThumbnail'
    | 'removeExemplar'
    | 'updateExemplar'
  >

/** The user's photos and the samples: the list of them, what each shows, and their pixels on demand. */
export class PhotoLibrary {
  readonly entries = new Observable<readonly ExemplarEntry[]>([])
  readonly readings: PhotoReadings
  readonly #shell: LibraryShell
  readonly #photos = new Map<string, Promise<RgbImage>>()
  readonly #thumbnails = new Map<string, Promise<string>>()
  /** How many lists were requested, and the number of the one that is shown. */
  #asked = 0
  #shown = 0

  constructor(shell: LibraryShell, client: Pick<HostJobs, 'annotate'>) {
    this.#shell = shell
    this.readings = new PhotoReadings(shell, client)
  }

  /**
   * Reads the list. A list that was requested earlier but arrives later is dropped: it would bring a removed photo
   * back.
   */
  async refresh(): Promise<void> {
    this.#asked += 1
    const turn = this.#asked
    const entries = await this.#shell.listExemplars()
    if (turn < this.#shown) return
    this.#shown = turn
    this.entries.set(entries)
  }

  /** The address of a small JPEG (a blob), valid until the library is disposed. */
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

  /** Stores classes that a person corrected. */
  async correct(id: string, labels: LabelMap, manifest: PackManifest): Promise<void> {
    await this.readings.correct(id, labels, manifest, await this.photo(id))
    await this.refresh()
  }

  /** @returns the entries of the photos, those already in the library among them. */
  async add(files: readonly NamedBytes[]): Promise<readonly ExemplarEntry[]> {
    const added: ExemplarEntry[] = []
    for (const file of files) added.push(await this.#shell.addExemplar(file))
    await this.refresh()
    return added
  }

  /** Asks for photos and adds them. @returns no entries when the user cancels */
  async addByDialog(): Promise<readonly ExemplarEntry[]> {
    // Also after a failure: the photos before the one that could not be read have been added.
    try {
      return (await this.#shell.addExemplarsByDialog()) ?? []
    } finally {
      await this.refresh()
    }
  }

  async update(id: string, patch: ExemplarPatch): Promise<void> {
    await this.#shell.updateExemplar(id, patch)
    await this.refresh()
  }

  /** The whole photo, for choosing the part that is used. */
  original(id: string, longestSide: number): Promise<RgbImage> {
    return this.#shell.readExemplarOriginal(id, longestSide)
  }

  /** Uses only this part of a photo, null for all of it; what was found in the photo before is forgotten. */
  async frame(id: string, frame: PhotoFrame | null): Promise<void> {
    await this.#shell.updateExemplar(id, { frame })
    for (const known of [this.#photos, this.#thumbnails]) known.delete(id)
    this.readings.forget(id)
    await this.refresh()
  }

  async remove(id: string): Promise<void> {
    await this.#shell.removeExemplar(id)
    this.#photos.delete(id)
    this.readings.forget(id)
    await this.refresh()
  }

  /** Puts the photo first at the next start. Doing so at once would move the photos under the pointer. */
  async noteUsed(id: string): Promise<void> {
    await this.#shell.noteExemplarUsed(id)
  }

  dispose(): void {
    for (const address of this.#thumbnails.values()) void address.then((url) => URL.revokeObjectURL(url))
    this.entries.dispose()
    this.readings.dispose()
  }
}
