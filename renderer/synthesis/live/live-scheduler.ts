import { Observable, type ReadonlyObservable } from '../../shared/lib/observable.ts'
import { initialLiveState, type LiveMode, type LiveState } from './live-state.ts'

export interface LiveSchedulerParts {
  /**
   * Starts a picture of the document as it is now, and later reports to the scheduler under this revision; false when
   * there is nothing to make a picture of.
   */
  readonly begin: (revision: number) => boolean
  /** Asks the running picture to stop; its end is still reported. */
  readonly cancel: (revision: number) => void
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/**
 * Decides when pictures are made. At most one is being made. The only waiting slot is here, and it holds nothing but
 * "the document has changed", so that the next picture always shows the newest document and the host never has a queue.
 */
export class LiveScheduler {
  readonly #parts: LiveSchedulerParts
  readonly #state = new Observable<LiveState>(initialLiveState)
  #revision = 0
  /** Results of older revisions belong to another document or exemplar. */
  #oldestWelcome = 0
  #changed = false
  #asked = false
  #paused = false
  #penIsDown = false
  #running: { readonly revision: number; readonly startedAt: number; readonly duringStroke: boolean } | undefined

  constructor(parts: LiveSchedulerParts) {
    this.#parts = parts
  }

  get state(): ReadonlyObservable<LiveState> {
    return this.#state
  }

  get revision(): number {
    return this.#revision
  }

  /** The layout changed a little: a picture being made shows it as it was a moment ago, which is still worth seeing. */
  documentChanged(): void {
    this.#revision += 1
    this.#changed = true
    this.#show({ outdated: true })
    this.#advance()
  }

  /** Another document, size, exemplar or pack: a picture being made shows something else and is dropped. */
  subjectChanged(): void {
    if (this.#running !== undefined) this.#parts.cancel(this.#running.revision)
    this.#oldestWelcome = this.#revision + 1
    this.documentChanged()
  }

  penDown(): void {
    this.#penIsDown = true
  }

  /**
   * The finished stroke is what the user wants to see now, so a picture of its beginning is cancelled. A picture begun
   * before the stroke is finished, so that quick strokes on a slow machine do not leave the user without pictures.
   */
  penUp(): void {
    this.#penIsDown = false
    const stale = this.#running?.duringStroke === true && this.#changed && this.#mayStart()
    if (stale && this.#running !== undefined) this.#parts.cancel(this.#running.revision)
    this.#advance()
  }

  /**
   * Makes a picture of the same document again, because the last one was a quick one; only in the mode in which
   * pictures follow the pen.
   *
   * @returns whether a better one follows
   */
  refine(): boolean {
    if (!this.#mayStart()) return false
    this.#changed = true
    this.#advance()
    return true
  }

  setMode(mode: LiveMode): void {
    this.#show({ mode })
    this.#advance()
  }

  pause(): void {
    this.#paused = true
    if (this.#running !== undefined) this.#parts.cancel(this.#running.revision)
    this.#show({ phase: 'paused' })
  }

  resume(): void {
    this.#paused = false
    this.#show({ phase: this.#restingPhase() })
    this.#advance()
  }

  /**
   * Gives up the picture being made and the one that waits; the next change starts another. @returns whether there was
   * any
   */
  giveUp(): boolean {
    if (this.#running === undefined) return false
    this.#changed = false
    this.#asked = false
    this.#parts.cancel(this.#running.revision)
    return true
  }

  /** Makes a picture now, in every mode and even when paused. */
  renderNow(): void {
    this.#asked = true
    this.#changed = true
    this.#advance()
  }

  /** @returns whether the preview is to be shown. */
  warpArrived(revision: number): boolean {
    if (!this.#isRunning(revision)) return false
    if (!this.#paused) this.#show({ phase: 'rendering' })
    this.#show({ warpMilliseconds: this.#elapsed() })
    return revision >= this.#oldestWelcome
  }

  /** @returns whether the picture is to be shown. */
  pictureArrived(revision: number): boolean {
    if (!this.#isRunning(revision)) return false
    const welcome = revision >= this.#oldestWelcome
    this.#show({
      pictureMilliseconds: this.#elapsed(),
      problem: undefined,
      ...(welcome ? { outdated: revision < this.#revision } : {}),
    })
    this.#end()
    return welcome
  }

  /** The picture failed. The loop waits for the next change, because the same request would fail again. */
  failed(revision: number, problem: string): void {
    if (!this.#isRunning(revision)) return
    this.#show({ problem })
    this.#end()
  }

  /** The host will not come back; a picture being made fails by itself and says why. */
  hostLost(problem: string): void {
    if (this.#running !== undefined) return
    this.#show({ problem })
    this.#show({ phase: this.#restingPhase() })
  }

  cancelled(revision: number): void {
    if (this.#isRunning(revision)) this.#end()
  }

  dispose(): void {
    if (this.#running !== undefined) this.#parts.cancel(this.#running.revision)
    this.#state.dispose()
  }

  #end(): void {
    this.#running = undefined
    this.#show({ phase: this.#restingPhase() })
    this.#advance()
  }

  #advance(): void {
    if (this.#running !== undefined || !this.#changed || !(this.#asked || this.#mayStart())) return
    this.#changed = false
    this.#asked = false
    const revision = this.#revision
    this.#running = { revision, startedAt: this.#parts.now(), duringStroke: this.#penIsDown }
    if (this.#parts.begin(revision)) this.#show({ phase: 'previewing', problem: undefined })
    else {
      this.#running = undefined
      this.#show({ phase: this.#restingPhase() })
    }
  }

  #mayStart(): boolean {
    if (this.#paused) return false
    const { mode } = this.#state.get()
    return mode === 'live' || (mode === 'pen-up' && !this.#penIsDown)
  }

  #restingPhase(): LiveState['phase'] {
    if (this.#paused) return 'paused'
    return this.#state.get().problem === undefined ? 'idle' : 'failed'
  }

  #isRunning(revision: number): boolean {
    return this.#running?.revision === revision
  }

  #elapsed(): number {
    return this.#parts.now() - (this.#running?.startedAt ?? 0)
  }

  #show(change: Partial<LiveState>): void {
    this.#state.set({ ...this.#state.get(), ...change })
  }
}
