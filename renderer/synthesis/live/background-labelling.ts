import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { LiveState } from './live-state.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { PhotoLibrary } from '../exemplars/photo-library.ts'
import type { PhotoReadings } from '../exemplars/photo-readings.ts'

export interface BackgroundLabellingParts {
  readonly library: Pick<PhotoLibrary, 'entries'> & { readonly readings: Pick<PhotoReadings, 'has' | 'of'> }
  readonly manifest: ReadonlyObservable<PackManifest | undefined>
  readonly live: ReadonlyObservable<LiveState>
  /** Whether there is a picture, so that the host runs already; it must not be started for this alone. */
  readonly hasPicture: () => boolean
  /**
   * Reports when the picture of a layout at rest is shown: the pen is up then, which `live` reports a moment too early.
   */
  readonly settled: { readonly subscribe: (listener: () => void) => () => void }
  readonly isPainting: () => boolean
  /** Calls back after a while, unless the returned function is called before. */
  readonly later: (act: () => void, milliseconds: number) => () => void
}

/** After this time without a stroke the user has probably put the pen down. */
const QUIET_MS = 1200

/**
 * Reads the photos of the library one after the other while the host has nothing else to do, so that they can be
 * ranked. The first stroke stops it at once; the photo that was being read is read again later.
 */
export class BackgroundLabelling {
  readonly #parts: BackgroundLabellingParts
  readonly #stops: readonly (() => void)[]
  /** Photos that cannot be labelled with this pack; trying them for ever would keep the host busy. */
  readonly #hopeless = new Set<string>()
  #running: AbortController | undefined
  #stopWaiting: (() => void) | undefined

  constructor(parts: BackgroundLabellingParts) {
    this.#parts = parts
    const { library, manifest, live, settled } = parts
    this.#stops = [
      library.entries.subscribe(() => this.#consider()),
      live.subscribe(() => this.#consider()),
      settled.subscribe(() => this.#consider()),
      manifest.subscribe(() => {
        this.#hopeless.clear()
        this.#stop()
        this.#consider()
      }),
    ]
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop())
    this.#stop()
  }

  #consider(): void {
    if (!this.#hostIsFree()) this.#stop()
    else if (this.#running === undefined && this.#stopWaiting === undefined && this.#next() !== undefined) {
      this.#stopWaiting = this.#parts.later(() => {
        this.#stopWaiting = undefined
        void this.#labelNext()
      }, QUIET_MS)
    }
  }

  async #labelNext(): Promise<void> {
    const id = this.#next()
    const manifest = this.#parts.manifest.get()
    if (id === undefined || manifest === undefined || !this.#hostIsFree()) return
    const running = new AbortController()
    this.#running = running
    try {
      await this.#parts.library.readings.of(id, manifest, running.signal)
    } catch (error) {
      if (!(error instanceof JobCancelled)) this.#hopeless.add(id)
    }
    if (this.#running !== running) return
    this.#running = undefined
    this.#consider()
  }

  #next(): string | undefined {
    const { library } = this.#parts
    return library.entries.get().find(({ id }) => !library.readings.has(id) && !this.#hopeless.has(id))?.id
  }

  #hostIsFree(): boolean {
    const { live, manifest, hasPicture, isPainting } = this.#parts
    const { phase, outdated } = live.get()
    return phase === 'idle' && !outdated && manifest.get() !== undefined && hasPicture() && !isPainting()
  }

  #stop(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    this.#running?.abort()
    this.#running = undefined
  }
}
