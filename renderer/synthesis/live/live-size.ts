import type { EditorSettings, SettingsPatch } from '../../../electron/contract/editor-settings.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import type { PictureRequest } from './picture-request.ts'
import type { LiveState } from './live-state.ts'
import { strokeStages } from './stroke-stages.ts'

/** During a stroke pictures have about this many pixels a side, so that they keep up with the pen. */
export const STROKE_SIDE = 256
/** The sides that are measured, smallest first. */
export const LIVE_SIDES: readonly number[] = [STROKE_SIDE, 320, 384, 448, 512]
/** A picture after a stroke may take this long. */
const LONGEST_MS = 300
/** After this time without a stroke the user has probably put the pen down. */
const QUIET_MS = 1500

type SizeSettings = Pick<EditorSettings, 'liveSide' | 'measuredLiveSide' | 'provider' | 'threads'>

export interface LiveSizeParts {
  readonly client: Pick<HostJobs, 'generate'>
  readonly request: (side: number) => PictureRequest | undefined
  readonly manifest: ReadonlyObservable<PackManifest | undefined>
  readonly live: ReadonlyObservable<LiveState>
  readonly settled: { readonly subscribe: (listener: () => void) => () => void }
  /** Of the document. */
  readonly document: () => ImageSize
  readonly isPainting: () => boolean
  readonly keep: (patch: SettingsPatch) => void
  /** Calls back after a while, unless the returned function is called before. */
  readonly later: (act: () => void, milliseconds: number) => () => void
}

/**
 * How large live pictures are: small during a stroke; at rest the largest size that this machine makes within 300 ms.
 * That is measured once, with the open document, while the host has nothing else to do.
 */
export class LiveSize {
  readonly #parts: LiveSizeParts
  readonly #stops: readonly (() => void)[]
  #settings: SizeSettings | undefined
  #job: RunningJob<unknown> | undefined
  #stopWaiting: (() => void) | undefined

  constructor(parts: LiveSizeParts) {
    this.#parts = parts
    this.#stops = [
      parts.settled.subscribe(() => this.#consider()),
      parts.live.subscribe(() => {
        if (!this.#isFree()) this.#stop()
      }),
    ]
  }

  /** Call it with the settings at the start and whenever they change. */
  settingsAre(settings: SizeSettings): void {
    this.#settings = settings
  }

  /** Pictures at rest have about the square of this many pixels, and never more than the document. */
  get side(): number {
    const { width, height } = this.#parts.document()
    const wished = this.#settings?.liveSide ?? 'measured'
    const side = wished === 'measured' ? (this.#measured() ?? STROKE_SIDE) : wished
    return Math.min(side, Math.max(STROKE_SIDE, Math.sqrt(width * height)))
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop())
    this.#stop()
  }

  #measured(): number | undefined {
    const known = this.#settings?.measuredLiveSide
    return known?.key === this.#key() ? known?.side : undefined
  }

  /** Names the circumstances for which a measurement is valid. */
  #key(): string | undefined {
    const manifest = this.#parts.manifest.get()
    const { provider, threads } = this.#settings ?? {}
    return manifest === undefined ? undefined : `${manifest.id} ${manifest.version} ${provider ?? ''} ${threads ?? 0}`
  }

  #consider(): void {
    const { width, height } = this.#parts.document()
    // Small documents need no larger pictures, so nothing has to be measured for them.
    if (width * height <= STROKE_SIDE ** 2 || this.#settings?.liveSide !== 'measured') return
    if (this.#measured() !== undefined || this.#stopWaiting !== undefined || this.#job !== undefined) return
    this.#stopWaiting = this.#parts.later(() => {
      this.#stopWaiting = undefined
      void this.#measure()
    }, QUIET_MS)
  }

  async #measure(): Promise<void> {
    const manifest = this.#parts.manifest.get()
    const key = this.#key()
    if (manifest === undefined || key === undefined) return
    const counted = strokeStages(manifest)
    let best = { side: STROKE_SIDE, milliseconds: 0 }
    for (const side of LIVE_SIDES) {
      const request = this.#isFree() ? this.#parts.request(side) : undefined
      if (request === undefined) return
      const { settings, ready, regions } = request
      const job = this.#parts.client.generate(settings, { exemplar: ready.exemplar, regions }, {})
      this.#job = job
      try {
        const { timings } = await job.result
        // Stages that depend on the photo alone are kept between strokes; here they ran only because the size is new.
        const milliseconds = timings
          .filter(({ stage }) => counted.has(stage))
          .reduce((sum, timing) => sum + timing.milliseconds, 0)
        if (side > STROKE_SIDE && milliseconds > LONGEST_MS) break
        best = { side, milliseconds }
      } catch {
        // It was cancelled by a stroke, or the host failed and the user knows: the next picture at rest tries again.
        return
      } finally {
        if (this.#job === job) this.#job = undefined
      }
    }
    this.#parts.keep({ measuredLiveSide: { key, side: best.side, milliseconds: Math.round(best.milliseconds) } })
  }

  #isFree(): boolean {
    const { phase, outdated } = this.#parts.live.get()
    return phase === 'idle' && !outdated && !this.#parts.isPainting()
  }

  #stop(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    this.#job?.cancel()
  }
}
