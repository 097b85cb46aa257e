import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { Observable, type ReadonlyObservable } from '../../shared/lib/observable.ts'
import { composeExemplars, type ExemplarPart } from './compose-exemplars.ts'
import type { ExemplarLibrary } from './exemplar-library.ts'
import type { ExemplarChoice } from './exemplar-slice.ts'

/** The exemplar as requests carry it, with what views need to show it. */
export interface ReadyExemplar {
  readonly exemplar: Exemplar
  readonly image: RgbImage
  /** What the image shows; of its size or smaller. */
  readonly labels: LabelMap
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

/** Turns the user's choice of exemplars into the one that requests carry; late answers for older choices are dropped. */
export class ActiveExemplar {
  readonly #library: ExemplarLibrary
  readonly #status = new Observable<ExemplarStatus>({ kind: 'none' })
  readonly #exemplars = new WeakMap<RgbImage, { readonly labels: LabelMap; readonly exemplar: Exemplar }>()
  #turn = 0

  constructor(library: ExemplarLibrary) {
    this.#library = library
  }

  get status(): ReadonlyObservable<ExemplarStatus> {
    return this.#status
  }

  get ready(): ReadyExemplar | undefined {
    const status = this.#status.get()
    return status.kind === 'ready' ? status.ready : undefined
  }

  /** @param layerIds Library ids of the photos that single layers have of their own. */
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
    const parts: ExemplarPart[] = []
    for (const id of ids) {
      const { image, labels } = await this.#alone(id, manifest)
      parts.push({ image, labels, keeps: (classId) => (assigned.get(classId) ?? primaryId) === id })
    }
    const [only] = parts
    const composed = parts.length === 1 && only !== undefined ? only : composeExemplars(parts, unmatchedClass(manifest))
    const { image, labels } = composed
    const ofLayers = new Map<string, Exemplar>()
    const present = new Set(this.#library.entries.get().map(({ id }) => id))
    for (const id of layerIds) {
      if (!present.has(id)) continue
      const alone = await this.#alone(id, manifest)
      ofLayers.set(id, this.#exemplarOf(alone.image, alone.labels))
    }
    return { exemplar: this.#exemplarOf(image, labels), image, labels, ids, ofLayers }
  }

  async #alone(id: string, manifest: PackManifest): Promise<{ readonly image: RgbImage; readonly labels: LabelMap }> {
    const [image, labels] = await Promise.all([this.#library.photo(id), this.#library.labels(id, manifest)])
    return { image, labels }
  }

  /** The same value for the same photo and labels: it then travels to the host once, whatever it is used for. */
  #exemplarOf(image: RgbImage, labels: LabelMap): Exemplar {
    const known = this.#exemplars.get(image)
    if (known?.labels === labels) return known.exemplar
    const exemplar: Exemplar = { image, condition: { kind: 'labels', labels } }
    this.#exemplars.set(image, { labels, exemplar })
    return exemplar
  }
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

/** The class that stands for "anything else": the pack's own, or its first. */
export function unmatchedClass({ classes }: PackManifest): number {
  return (classes.find(({ name }) => name === 'other') ?? classes[0])?.id ?? 0
}
