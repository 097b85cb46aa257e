import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PictureResult } from '../../../electron/contract/generation-result.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { PictureRequest } from '../live/picture-request.ts'
import type { RenderedPicture } from '../results/live-results.ts'
import { largeSize } from './large-size.ts'

export interface LargePictureParts {
  readonly client: Pick<HostJobs, 'generate'>
  /** The request for a picture of exactly a size; undefined while there is nothing to make one of. */
  readonly request: (size: ImageSize) => PictureRequest | undefined
  /** Size of the document, whose aspect the picture keeps. */
  readonly document: () => ImageSize
  /** Changes with everything that live pictures are made of. */
  readonly revision: () => number
  /** Shows the picture in place of the live one, until the next live one. */
  readonly show: (picture: RenderedPicture) => void
  readonly tell: (text: string) => void
}

export type LargePictureState =
  | { readonly kind: 'none' }
  | { readonly kind: 'rendering'; readonly side: number; readonly progress: number }
  | {
      readonly kind: 'done'
      readonly picture: RenderedPicture
      readonly milliseconds: number
      /** Whether the drawing was still the same when the picture was done; if not, it was not put on the canvas. */
      readonly current: boolean
    }

/** Pictures with more pixels than the live ones, made on demand, one at a time. */
export class LargePicture {
  readonly state = new Observable<LargePictureState>({ kind: 'none' })
  readonly #parts: LargePictureParts
  #job: RunningJob<PictureResult> | undefined
  /** The job that was cancelled, though the host may still finish it. */
  #cancelled: RunningJob<PictureResult> | undefined

  constructor(parts: LargePictureParts) {
    this.#parts = parts
  }

  /** @param side The longer side in pixels: 512, 1024 or 2048. */
  async render(side: number): Promise<void> {
    const revision = this.#parts.revision()
    const size = largeSize(this.#parts.document(), side)
    const request = this.#parts.request(size)
    if (request === undefined || this.#isWanted(this.#job)) return
    const { settings, ready, regions } = request
    const { exemplar, ids: exemplarIds } = ready
    this.state.set({ kind: 'rendering', side, progress: 0 })
    const job = this.#parts.client.generate(
      settings,
      { exemplar, regions },
      {
        progress: (_stage, progress) => {
          if (this.#isWanted(job)) this.state.set({ kind: 'rendering', side, progress })
        },
      },
    )
    this.#job = job
    try {
      const { image, packVersion, timings } = await job.result
      // The host finished before it could be stopped, but the picture is no longer wanted.
      if (!this.#isWanted(job)) return
      const milliseconds = timings.reduce((sum, stage) => sum + stage.milliseconds, 0)
      const picture = { image, settings, exemplar, exemplarIds, regions, packVersion, timings }
      const current = this.#parts.revision() === revision
      if (current) this.#parts.show(picture)
      this.state.set({ kind: 'done', picture, milliseconds, current })
    } catch (error) {
      // A cancelled job ended for the user at that moment, and the next one may have begun.
      if (!this.#isWanted(job)) return
      this.state.set({ kind: 'none' })
      if (!(error instanceof JobCancelled)) this.#parts.tell(error instanceof Error ? error.message : String(error))
    } finally {
      if (this.#job === job) this.#job = undefined
    }
  }

  /** Cancels at once for the user; the host stops after its current stage, and the next picture waits for that. */
  cancel(): void {
    if (this.#job === undefined || !this.#isWanted(this.#job)) return
    this.#cancelled = this.#job
    this.state.set({ kind: 'none' })
    this.#job.cancel()
  }

  close(): void {
    if (!this.#isWanted(this.#job)) this.state.set({ kind: 'none' })
  }

  /** Another document is opened: a picture of the old one, made or being made, is dropped. */
  leave(): void {
    this.cancel()
    this.close()
  }

  #isWanted(job: RunningJob<PictureResult> | undefined): boolean {
    return job !== undefined && job !== this.#cancelled
  }

  dispose(): void {
    this.cancel()
    this.state.dispose()
  }
}
