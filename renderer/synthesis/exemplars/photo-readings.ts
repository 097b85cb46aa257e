import { classMapOf, conditionOfClasses } from '../../../electron/contract/class-maps.ts'
import type { ExemplarReading } from '../../../electron/contract/exemplar-reading.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PhotoSubject } from '../../../electron/contract/pack-facts.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { keepNewest, remembered } from '../../shared/lib/remembered.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import type { HostJobs } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import { sharesByClass, type ClassShares } from './class-coverage.ts'

/** Longest side of the photo that the annotator gets; the network itself works on a smaller square. */
const ANNOTATED_SIDE = 512
/** Longest side of a photo of which a part is prepared, so that the part has as many pixels as pictures need. */
const PREPARED_SIDE = 1024
/** Readings kept in memory, up to 2 MB each; the others are on the disk. */
const KEPT_READINGS = 32

export type ReadingsShell = Pick<ShellApi, 'readExemplar' | 'readExemplarReading' | 'storeExemplarReading'>

/** What the photos of the library show, for the pack that was asked for last. */
export class PhotoReadings {
  /** What photos are of that the pack paints badly, by exemplar id. */
  readonly unsuited = new Observable<ReadonlyMap<string, PhotoSubject>>(new Map())
  /** How much of each photo each class covers, by exemplar id; known once the photo has been read. */
  readonly shares = new Observable<ReadonlyMap<string, ClassShares>>(new Map())
  readonly #shell: ReadingsShell
  readonly #client: Pick<HostJobs, 'annotate'>
  readonly #readings = new Map<string, Promise<ExemplarReading | undefined>>()
  readonly #read = new Set<string>()
  /** Photos for which somebody waits: a background job that is reading one must not stop then. */
  readonly #wanted = new Set<string>()
  #packId: string | undefined

  constructor(shell: ReadingsShell, client: Pick<HostJobs, 'annotate'>) {
    this.#shell = shell
    this.#client = client
  }

  /**
   * What the photo shows, as a condition of a kind that the pack takes, in its class ids: the stored one, else what the
   * annotator finds, which is then stored.
   *
   * @param unlessAborted Gives up, unless somebody else asked without such a signal.
   * @returns undefined for a pack that has no annotator and takes more than classes
   * @throws JobCancelled when given up; CocanvasError when the photo does not show what the pack needs
   */
  of(id: string, manifest: PackManifest, unlessAborted?: AbortSignal): Promise<ExemplarReading | undefined> {
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

  /** Whether the photo has been read. */
  has(id: string): boolean {
    return this.#read.has(id)
  }

  /**
   * Stores classes that a person corrected. @param photo at any size, for kinds of condition that contain the photo
   * itself
   */
  async correct(id: string, labels: LabelMap, manifest: PackManifest, photo: RgbImage): Promise<void> {
    const before = await this.of(id, manifest)
    const kind = before?.condition.kind ?? 'labels'
    const condition = conditionOfClasses(kind, labels, before?.picture ?? photo)
    if (condition === undefined) throw new TypeError(`${kind} hold no classes to correct`)
    await this.#take(id, { ...before, packId: manifest.id, condition, corrected: true }, manifest)
  }

  /** Whether a person corrected what is stored for this pack. */
  async isCorrected(id: string, manifest: PackManifest): Promise<boolean> {
    return (await this.#shell.readExemplarReading(id, manifest.id))?.corrected ?? false
  }

  /** What a person corrected; undefined where an annotator would find the same again. */
  async corrected(id: string): Promise<ExemplarReading | undefined> {
    if (this.#packId === undefined) return undefined
    const known = this.#readings.get(id)?.catch(() => undefined)
    const reading = await (known ?? this.#shell.readExemplarReading(id, this.#packId))
    return reading?.corrected === true ? reading : undefined
  }

  /** Stores a correction that comes with a project, unless somebody corrected the photo on this computer. */
  async adopt(id: string, reading: ExemplarReading): Promise<void> {
    const own = await this.#shell.readExemplarReading(id, reading.packId)
    if (own?.corrected === true) return
    await this.#shell.storeExemplarReading(id, reading)
    if (this.#packId === reading.packId) this.forget(id)
  }

  /** Replaces what a person corrected by what ships with a sample, else by what the annotator finds. */
  async readAnew(id: string, manifest: PackManifest): Promise<void> {
    this.#readings.delete(id)
    const seen = await this.#annotate(id, manifest)
    const reading = (await this.#shell.readExemplarReading(id, manifest.id)) ?? seen
    this.#readings.set(id, Promise.resolve(reading))
    this.#note(id, reading, manifest)
  }

  /** Forgets what was found, because another part of the photo is used now or the photo was removed. */
  forget(id: string): void {
    this.#readings.delete(id)
    this.#read.delete(id)
    this.shares.set(new Map([...this.shares.get()].filter(([other]) => other !== id)))
  }

  dispose(): void {
    this.shares.dispose()
    this.unsuited.dispose()
  }

  async #annotate(
    id: string,
    manifest: PackManifest,
    unlessAborted?: AbortSignal,
  ): Promise<ExemplarReading | undefined> {
    const { annotator, exemplarPreparation } = manifest
    if (annotator === undefined) return unread(await this.#shell.readExemplar(id, ANNOTATED_SIDE), manifest)
    const side = exemplarPreparation === undefined ? ANNOTATED_SIDE : PREPARED_SIDE
    const image = await this.#shell.readExemplar(id, side)
    if (unlessAborted?.aborted === true && !this.#wanted.has(id)) throw new JobCancelled()
    const job = this.#client.annotate(image, annotator, manifest.id)
    const giveUp = (): void => {
      if (!this.#wanted.has(id)) job.cancel()
    }
    unlessAborted?.addEventListener('abort', giveUp, { once: true })
    const { condition, picture, unsuited } = await job.result.finally(() =>
      unlessAborted?.removeEventListener('abort', giveUp),
    )
    const prepared = picture === undefined ? {} : { picture }
    const told = unsuited === undefined ? {} : { unsuited }
    const reading = { packId: manifest.id, condition, ...prepared, ...told, corrected: false }
    await this.#shell.storeExemplarReading(id, reading)
    return reading
  }

  async #take(id: string, reading: ExemplarReading, manifest: PackManifest): Promise<void> {
    await this.#shell.storeExemplarReading(id, reading)
    // The pack may have been changed while they were painted.
    if (this.#packId === manifest.id) this.#readings.set(id, Promise.resolve(reading))
    this.#note(id, reading, manifest)
  }

  /** Readings and shares are in the ids of one pack. */
  #usePack(packId: string): void {
    if (this.#packId === packId) return
    this.#packId = packId
    this.#readings.clear()
    this.#read.clear()
    this.#wanted.clear()
    this.unsuited.set(new Map())
    this.shares.set(new Map())
  }

  #note(id: string, reading: ExemplarReading | undefined, { id: packId, classes }: PackManifest): void {
    if (this.#packId !== packId) return
    this.#read.add(id)
    const unsuited = new Map(this.unsuited.get())
    if (reading?.unsuited === undefined) unsuited.delete(id)
    else unsuited.set(id, reading.unsuited)
    this.unsuited.set(unsuited)
    const labels = reading === undefined ? undefined : classMapOf(reading.condition)
    if (labels !== undefined) this.shares.set(new Map(this.shares.get()).set(id, sharesByClass(labels, classes)))
  }
}

/**
 * The assumption for a photo that no annotator reads: everything is the pack's first class until a person corrects it.
 */
function unread(image: RgbImage, manifest: PackManifest): ExemplarReading | undefined {
  const { width, height } = image
  const kind = drawnKind(manifest)
  const data = new Uint8Array(width * height).fill(manifest.classes[0]?.id ?? 0)
  const condition = kind === undefined ? undefined : conditionOfClasses(kind, { width, height, data }, image)
  return condition === undefined ? undefined : { packId: manifest.id, condition, corrected: false }
}
