import { classMapOf, conditionOfClasses } from '../../../electron/contract/class-maps.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { Observable, type ReadonlyObservable } from '../../shared/lib/observable.ts'
import { composeExemplars, type ExemplarPart } from './compose-exemplars.ts'
import { libraryExemplar } from './library-exemplar.ts'
import type { PhotoLibrary } from './photo-library.ts'
import type { ExemplarChoice } from './exemplar-slice.ts'

/** The exemplar as requests carry it, with what views need to show it. */
export interface ReadyExemplar {
  readonly exemplar: Exemplar
  /** What requests carry: composed where classes have photos of their own. */
  readonly image: RgbImage
  /** The chosen photo itself, for people to look at. */
  readonly photo: RgbImage
  /** Library ids, the primary first. */
  readonly ids: readonly string[]
  /** The photos of single layers by library id; those that left the library are missing. */
  readonly ofLayers: ReadonlyMap<string, Exemplar>
}

export type ExemplarStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly ready: ReadyExemplar }
  | { readonly kind: 'failed'; readonly message: string }

/** Turns the user's choice of exemplars into the one that requests carry; answers for an older choice are dropped. */
export class ActiveExemplar {
  readonly #library: PhotoLibrary
  readonly #status = new Observable<ExemplarStatus>({ kind: 'none' })
  /** The last exemplar that was made of each photo. */
  readonly #exemplars = new WeakMap<RgbImage, Exemplar>()
  #turn = 0

  constructor(library: PhotoLibrary) {
    this.#library = library
  }

  get status(): ReadonlyObservable<ExemplarStatus> {
    return this.#status
  }

  get ready(): ReadyExemplar | undefined {
    const status = this.#status.get()
    return status.kind === 'ready' ? status.ready : undefined
  }

  /** @param layerIds Library ids of the photos that layers have of their own. */
  async use(
    choice: ExemplarChoice,
    manifest: PackManifest | undefined,
    layerIds: readonly string[] = [],
  ): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    if (choice.primaryId === null || manifest === undefined) {
      this.#status.set({ kind: 'none' })
      return
    }
    this.#status.set({ kind: 'loading' })
    try {
      const ready = await this.#prepare(choice.primaryId, choice.byClass, manifest, layerIds)
      if (turn === this.#turn) this.#status.set({ kind: 'ready', ready })
    } catch (error) {
      if (turn !== this.#turn) return
      this.#status.set({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  dispose(): void {
    this.#turn += 1
    this.#status.dispose()
  }

  async #prepare(
    primaryId: string,
    byClass: ExemplarChoice['byClass'],
    manifest: PackManifest,
    layerIds: readonly string[],
  ): Promise<ReadyExemplar> {
    const assigned = assignedIds(byClass, manifest)
    const ids = [primaryId, ...new Set(assigned.values())].filter((id, index, all) => all.indexOf(id) === index)
    const primary = await this.#alone(primaryId, manifest)
    const parts: ExemplarPart[] = []
    for (const id of ids) {
      const { image, condition } = id === primaryId ? primary : await this.#alone(id, manifest)
      const labels = classMapOf(condition)
      // Photos are composed by their classes; where these are unknown, the first photo serves for everything.
      if (labels !== undefined)
        parts.push({ image, labels, keeps: (classId) => (assigned.get(classId) ?? primaryId) === id })
    }
    const exemplar = parts.length < 2 ? primary : composed(primary, parts, manifest)
    const ofLayers = new Map<string, Exemplar>()
    const present = new Set(this.#library.entries.get().map(({ id }) => id))
    for (const id of layerIds) {
      if (!present.has(id)) continue
      ofLayers.set(id, await this.#alone(id, manifest))
    }
    return { exemplar, image: exemplar.image, photo: primary.image, ids, ofLayers }
  }

  /** Gives the same object for the same photo and condition, so that it travels to the host only once. */
  async #alone(id: string, manifest: PackManifest): Promise<Exemplar> {
    const exemplar = await libraryExemplar(this.#library, id, manifest)
    const known = this.#exemplars.get(exemplar.image)
    if (known?.condition === exemplar.condition) return known
    this.#exemplars.set(exemplar.image, exemplar)
    return exemplar
  }
}

/** Several photos composed into one, with a condition of the same kind as the primary one's. */
function composed(primary: Exemplar, parts: readonly ExemplarPart[], manifest: PackManifest): Exemplar {
  const { image, labels } = composeExemplars(parts, unmatchedClass(manifest))
  const condition =
    typeof primary.condition === 'object' ? conditionOfClasses(primary.condition.kind, labels, image) : undefined
  return condition === undefined ? primary : { image, condition }
}

/** The exemplar of every class id with one of its own, aliases included. */
function assignedIds(byClass: ExemplarChoice['byClass'], { classes }: PackManifest): ReadonlyMap<number, string> {
  return new Map(
    classes.flatMap(({ id, aliases }) => {
      const exemplarId = byClass[id]
      return exemplarId === undefined
        ? []
        : [id, ...aliases.map((alias) => alias.id)].map((each) => [each, exemplarId] as const)
    }),
  )
}

/** The class for "anything else": the pack's own, or else its first. */
export function unmatchedClass({ classes }: PackManifest): number {
  return (classes.find(({ name }) => name === 'other') ?? classes[0])?.id ?? 0
}
