import type { CorrespondenceResult } from '../../../electron/contract/generation-result.ts'
import type { LayoutPoint } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import { Observable, type ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { RenderedPicture } from '../results/live-results.ts'
import type { ScalarMap } from '../../../electron/contract/scalar-map.ts'
import { gridPoints, reverseHeat } from './reverse-correspondence.ts'

/** Where one point of the picture comes from. */
export interface Inspection {
  /** In pixels of the picture. */
  readonly point: LayoutPoint
  readonly picture: RenderedPicture
  readonly result: CorrespondenceResult
}

/**
 * Where in the picture a place of the exemplar was used; `asking` while the rows of the correspondence are collected.
 */
export type ReverseInspection =
  | { readonly kind: 'asking'; readonly progress: number }
  | { readonly kind: 'done'; readonly picture: RenderedPicture; readonly heat: ScalarMap }

export interface CorrespondenceInspectorParts {
  readonly client: Pick<HostJobs, 'queryCorrespondence'>
  /** The picture in view; questions are about its points. */
  readonly picture: ReadonlyObservable<RenderedPicture | undefined>
  readonly tell: (text: string) => void
}

/** One row of the correspondence, and the region whose exemplar it is about; 0 = the exemplar of the whole picture. */
interface RegionHeat {
  readonly heat: ScalarMap
  readonly region: number
}

/**
 * Asks where points come from, one question at a time; while one is being answered, only the newest other one waits.
 */
export class CorrespondenceInspector {
  /** Whether the pointer inspects the canvas instead of painting. */
  readonly active = new Observable(false)
  readonly inspection = new Observable<Inspection | undefined>(undefined)
  /** Whether a clicked point stays shown while the pointer moves on. */
  readonly pinned = new Observable(false)
  readonly reverse = new Observable<ReverseInspection | undefined>(undefined)
  readonly #parts: CorrespondenceInspectorParts
  #job: RunningJob<CorrespondenceResult> | undefined
  #next: LayoutPoint | undefined
  /** The coarse correspondence of one picture, kept so that further questions about it cost nothing. */
  #rows: { readonly picture: RenderedPicture; readonly heats: readonly RegionHeat[] } | undefined
  #reverseTurn = 0
  /** Grows when the last question is no longer of interest, because its answer may still arrive. */
  #turn = 0

  constructor(parts: CorrespondenceInspectorParts) {
    this.#parts = parts
  }

  toggle(): void {
    this.active.set(!this.active.get())
    if (!this.active.get()) this.clear()
  }

  /** @param at 0..1 across and down the document. */
  hover(at: LayoutPoint): void {
    if (!this.pinned.get()) this.#ask(at)
  }

  /** Pins a point, or releases the pinned one. */
  click(at: LayoutPoint): void {
    this.pinned.set(!this.pinned.get())
    this.#ask(at)
  }

  /**
   * Shows which parts of the picture use a place of an exemplar.
   *
   * @param at 0..1 across and down the exemplar.
   * @param region Whose exemplar it is, from 1; 0 = that of the whole picture.
   */
  async askReverse(at: LayoutPoint, region = 0): Promise<void> {
    const picture = this.#parts.picture.get()
    if (picture === undefined) return
    this.#reverseTurn += 1
    const turn = this.#reverseTurn
    try {
      const heats = this.#rows?.picture === picture ? this.#rows.heats : await this.#gatherRows(picture, turn)
      if (turn !== this.#reverseTurn) return
      this.#rows = { picture, heats }
      this.reverse.set({ kind: 'done', picture, heat: reverseHeat(rowsOf(heats, region), at) })
    } catch (error) {
      if (turn === this.#reverseTurn) this.reverse.set(undefined)
      this.#tell(error)
    }
  }

  clear(): void {
    this.#turn += 1
    this.#reverseTurn += 1
    this.#rows = undefined
    this.reverse.set(undefined)
    this.#next = undefined
    this.#job?.cancel()
    this.pinned.set(false)
    this.inspection.set(undefined)
  }

  dispose(): void {
    this.clear()
    this.active.dispose()
    this.inspection.dispose()
    this.pinned.dispose()
    this.reverse.dispose()
  }

  #ask(at: LayoutPoint): void {
    this.#next = at
    if (this.#job === undefined) void this.#answer()
  }

  async #answer(): Promise<void> {
    for (let at = this.#takeNext(); at !== undefined; at = this.#takeNext()) {
      const picture = this.#parts.picture.get()
      if (picture === undefined) return
      const turn = this.#turn
      const { settings } = picture
      const { width, height } = settings.size
      const point = {
        x: Math.min(width - 1, Math.max(0, Math.floor(at.x * width))),
        y: Math.min(height - 1, Math.max(0, Math.floor(at.y * height))),
      }
      this.#job = this.#parts.client.queryCorrespondence(settings, picture, point)
      try {
        const result = await this.#job.result
        if (this.active.get() && turn === this.#turn) this.inspection.set({ point, picture, result })
      } catch (error) {
        this.#tell(error)
      } finally {
        this.#job = undefined
      }
    }
  }

  async #gatherRows(picture: RenderedPicture, turn: number): Promise<readonly RegionHeat[]> {
    const heats: RegionHeat[] = []
    const { settings } = picture
    const points = gridPoints(settings.size)
    for (const point of points) {
      this.reverse.set({ kind: 'asking', progress: heats.length / points.length })
      // A view of its own, so that hovering meanwhile does not replace these questions.
      const asked = { ...settings, viewId: 'reverse' }
      const { heat, region = 0 } = await this.#parts.client.queryCorrespondence(asked, picture, point).result
      if (turn !== this.#reverseTurn) throw new JobCancelled()
      heats.push({ heat, region })
    }
    return heats
  }

  #tell(error: unknown): void {
    if (!(error instanceof JobCancelled)) this.#parts.tell(error instanceof Error ? error.message : String(error))
  }

  #takeNext(): LayoutPoint | undefined {
    const next = this.#next
    this.#next = undefined
    return next
  }
}

/** Points of other regions take nothing from the exemplar. */
function rowsOf(heats: readonly RegionHeat[], region: number): readonly (ScalarMap | undefined)[] {
  return heats.map((row) => (row.region === region ? row.heat : undefined))
}
