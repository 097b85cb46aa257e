import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { Emitter } from '../../shared/lib/emitter.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { ReadyExemplar } from '../exemplars/active-exemplar.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { LiveResults, RenderedPicture } from '../results/live-results.ts'
import { LiveScheduler } from './live-scheduler.ts'
import { STROKE_SIDE } from './live-size.ts'
import type { ConditionPort } from '../conditions/condition-port.ts'
import { hasOwnPhoto, pictureRegions } from './picture-regions.ts'
import type { PictureRequest } from './picture-request.ts'
import { pictureSize } from './working-size.ts'

/** The pack paints about the square of this many pixels; the host then finishes the picture at the size asked for. */
const PAINTED_SIDE = 320

/** What a picture is made of besides the drawing. */
export interface LiveSubject {
  readonly manifest: PackManifest
  readonly ready: ReadyExemplar
  /** Of the document. */
  readonly size: ImageSize
}

export interface LiveLoopParts {
  readonly editor: Pick<Editor, 'rasters' | 'history'> & { readonly paint: Pick<Editor['paint'], 'isBusy'> }
  readonly client: Pick<HostJobs, 'generate'>
  readonly results: LiveResults
  readonly conditions: ConditionPort
  /** Undefined while there is no document, pack or exemplar. */
  readonly subject: () => LiveSubject | undefined
  /** Shows one sentence to the user. */
  readonly tell: (text: string) => void
  /** Pictures of a layout at rest have about the square of this many pixels. */
  readonly restingSide: () => number
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/**
 * Follows the user's painting: every change of the drawing becomes a warp and a picture as fast as the host can make
 * them.
 */
export class LiveLoop {
  readonly scheduler: LiveScheduler
  /** Reports pictures of a layout at rest: the pen is up and nothing has changed since. */
  readonly settled = new Emitter<RenderedPicture>()
  readonly #parts: LiveLoopParts
  readonly #stops: readonly (() => void)[]
  #job: RunningJob<unknown> | undefined
  /** The newest picture, until it is reported as settled. */
  #unsettled: RenderedPicture | undefined
  /** Whether the newest picture was made during a stroke, smaller than that of a layout at rest. */
  #isOfStroke = false
  /** Whether a lost host has already been tried again since the last picture. */
  #retried = false

  constructor(parts: LiveLoopParts) {
    this.#parts = parts
    this.scheduler = new LiveScheduler({
      begin: (revision) => this.#begin(revision),
      cancel: () => this.#job?.cancel(),
      now: parts.now,
    })
    const { rasters, history, paint } = parts.editor
    this.#stops = [
      rasters.subscribe(() => {
        if (paint.isBusy) this.scheduler.penDown()
        this.scheduler.documentChanged()
      }),
      history.subscribe(() => this.penLifted()),
    ]
  }

  /** The request for a large picture: painted at about `PAINTED_SIDE`² pixels and finished by the host at a size. */
  largeRequest(finished: ImageSize, viewId: string): PictureRequest | undefined {
    const side = Math.min(PAINTED_SIDE, Math.sqrt(finished.width * finished.height))
    const request = this.#request(side, viewId, 0, 'as-drawn')
    return request === undefined ? undefined : { ...request, settings: { ...request.settings, finished } }
  }

  /** The request for a picture of what is drawn now; undefined while there is nothing to make one of. */
  request(side: number, viewId: string, revision: number): PictureRequest | undefined {
    return this.#request(side, viewId, revision, 'fitted')
  }

  /**
   * @param drawn whether the condition has the picture's size; else it has the document's, and the host draws the
   * contours.
   */
  #request(side: number, viewId: string, revision: number, drawnAt: 'fitted' | 'as-drawn'): PictureRequest | undefined {
    const subject = this.#parts.subject()
    if (subject === undefined) return undefined
    const { manifest, ready } = subject
    const size = pictureSize(subject.size, side, manifest)
    const drawn = this.#parts.conditions.now(manifest, drawnAt === 'fitted' ? size : subject.size, (id) =>
      hasOwnPhoto(ready, id),
    )
    if (drawn === undefined) return undefined
    const settings: GenerationSettings = {
      pack: { id: manifest.id },
      condition: drawn.condition,
      size,
      seed: 0,
      // Only some packs can tell the figure from what lies behind it.
      options:
        manifest.figureAnnotator === undefined || drawn.backdrop === undefined ? {} : { backdrop: drawn.backdrop },
      viewId,
      revision,
    }
    return { settings, ready, regions: pictureRegions(drawn.regions, ready) }
  }

  /** Call it whenever a pointer was lifted anywhere; a gesture that goes on (a polygon) changes nothing. */
  penLifted(): void {
    if (this.#parts.editor.paint.isBusy) return
    this.scheduler.penUp()
    if (this.#isOfStroke) {
      this.#isOfStroke = false
      if (this.scheduler.refine()) this.#unsettled = undefined
    }
    this.#settle()
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop())
    this.scheduler.dispose()
    this.settled.dispose()
  }

  #begin(revision: number): boolean {
    const resting = this.#parts.restingSide()
    const isOfStroke = this.#parts.editor.paint.isBusy && resting > STROKE_SIDE
    const request = this.request(isOfStroke ? STROKE_SIDE : resting, 'live', revision)
    if (request === undefined) return false
    this.#isOfStroke = isOfStroke
    const { settings, ready, regions } = request
    const { exemplar, ids: exemplarIds } = ready
    const { client, results } = this.#parts
    const job = client.generate(
      settings,
      { exemplar, regions },
      {
        warp: (preview) => {
          if (!this.scheduler.warpArrived(revision)) return
          results.warp.set(preview.image)
          results.confidence.set(preview.confidence)
        },
      },
    )
    this.#job = job
    job.result.then(
      ({ image, packVersion, timings }) => {
        this.#retried = false
        if (this.scheduler.pictureArrived(revision))
          this.#show({ image, settings, exemplar, exemplarIds, regions, packVersion, timings }, isOfStroke)
      },
      (error: unknown) => this.#failed(revision, error),
    )
    return true
  }

  #show(picture: RenderedPicture, isOfStroke: boolean): void {
    this.#parts.results.picture.set(picture)
    // After the stroke a better picture follows.
    this.#unsettled = isOfStroke && !this.#parts.editor.paint.isBusy ? undefined : picture
    this.#settle()
  }

  #settle(): void {
    const picture = this.#unsettled
    if (picture?.settings.revision !== this.scheduler.revision || this.#parts.editor.paint.isBusy) return
    this.#unsettled = undefined
    this.settled.emit(picture)
  }

  #failed(revision: number, error: unknown): void {
    if (error instanceof JobCancelled) {
      this.scheduler.cancelled(revision)
      return
    }
    const message = error instanceof Error ? error.message : String(error)
    this.scheduler.failed(revision, message)
    const lost = error instanceof CocanvasError && error.code === 'host-unavailable'
    if (lost && !this.#retried) {
      // The shell starts a new host; the picture is requested once more before the user is told.
      this.#retried = true
      this.scheduler.renderNow()
    } else this.#parts.tell(message)
  }
}
