import type { SelfTestReport } from '../contract/execution-provider.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { Exemplar } from '../contract/generation-request.ts'
import type { AnnotationResult, FoundPeople } from '../contract/generation-result.ts'
import type { HostMessage } from '../contract/inference-protocol.ts'
import {
  remoteSynthesis,
  synthesisPhotos,
  type CorrespondenceAnswer,
  type LayoutPoint,
  type SynthesisRequest,
} from '../contract/recipes/exemplar-synthesis.ts'
import {
  makeUpQuestionPhotos,
  remoteMakeUpQuestion,
  type MakeUpAnswer,
  type MakeUpQuestion,
} from '../contract/recipes/make-up-question.ts'
import {
  isOfRecipe,
  photosOfRequest,
  remoteRequest,
  type OfRecipe,
  type RecipePreview,
  type RecipeResult,
  type RequestOf,
} from '../contract/recipes/recipe.ts'
import type { RecipeName } from '../contract/recipes/recipe-name.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import type { AnnotationWish, ClientJob, JobCallbacks, JobPlan, PendingJob } from './client-job.ts'
import { ExemplarShipment } from './exemplar-shipment.ts'
import type { HostLink, LinkListener, ReadyMessage, StartTimer } from './host-link.ts'
import { JobBoard } from './job-board.ts'

export interface ProtocolParts {
  /** Makes the link; it tells the listener what happens. */
  readonly link: (listener: LinkListener) => HostLink
  /** Sentences worth showing that fail nothing: fallbacks and restarts. */
  readonly onNotice: (sentence: string) => void
  /** A host that has work and says nothing for so long is given up; absent = the keeper of the host watches for that itself. */
  readonly patience?: { readonly startTimer: StartTimer; readonly milliseconds: number }
}

/**
 * Asks the inference host for pictures over a link, wherever the host is. Per view one job runs and one waits, the newest;
 * where the link finds another host after a crash, the view's job is sent again once. Begins at the first job.
 */
export class ProtocolClient {
  readonly #link: HostLink
  readonly #shipment = new ExemplarShipment()
  readonly #photos = { idOf: (photo: Exemplar) => this.#shipment.idOf(photo) }
  readonly #board: JobBoard
  readonly #patience: ProtocolParts['patience']
  #stopWatch: () => void = () => undefined
  #jobCount = 0
  readonly #onNotice: (sentence: string) => void
  readonly #readyListeners: { resolve: (message: ReadyMessage) => void; reject: (error: CocanvasError) => void }[] = []
  #readyMessage: ReadyMessage | undefined
  #disposed = false

  constructor({ link, onNotice, patience }: ProtocolParts) {
    this.#patience = patience
    this.#onNotice = onNotice
    this.#board = new JobBoard((job) => this.#dispatch(job))
    this.#link = link({
      ready: (message) => this.#ready(message),
      message: (message) => this.#receive(message),
      lost: (willRestart, sentence, isNews) => this.#lost(willRestart, sentence, isNews),
    })
  }

  /** Starts the host and resolves with what it is. @throws CocanvasError `host-unavailable` */
  start(): Promise<ReadyMessage> {
    if (this.#readyMessage !== undefined && this.#link.isReady) return Promise.resolve(this.#readyMessage)
    return new Promise((resolve, reject) => {
      this.#readyListeners.push({ resolve, reject })
      this.#link.start()
    })
  }

  /** Loads a pack ahead of its first picture. */
  loadPack(packId: string, callbacks: JobCallbacks = {}): PendingJob<Extract<HostMessage, { type: 'pack-loaded' }>> {
    return this.#submit({
      message: (jobId) => ({ type: 'load-pack', jobId, packId }),
      read: (message) => (message.type === 'pack-loaded' ? message : undefined),
      callbacks,
    })
  }

  /** Makes a picture by any recipe. A newer request of the same view takes the place of one that still waits. */
  generate<Name extends RecipeName>(
    request: RequestOf<Name>,
    callbacks: GenerationCallbacks<Name> = {},
  ): PendingJob<OfRecipe<RecipeResult, Name>> {
    const { recipe, viewId }: { readonly recipe: Name; readonly viewId: string } = request
    const { onPreview, ...others } = callbacks
    return this.#submit({
      slot: `generate ${viewId}`,
      exemplars: photosOfRequest(request),
      message: (jobId) => ({ type: 'generate', jobId, request: remoteRequest(request, this.#photos) }),
      read: (message) =>
        message.type === 'picture' && isOfRecipe(message.result, recipe) ? message.result : undefined,
      resendable: true,
      callbacks: {
        ...others,
        onPreview: (preview) => {
          if (isOfRecipe(preview, recipe)) onPreview?.(preview)
        },
      },
    })
  }

  /** Asks where a layout pixel's style comes from; only the newest question of a view waits. */
  queryCorrespondence(request: SynthesisRequest, point: LayoutPoint): PendingJob<CorrespondenceAnswer> {
    const { recipe, viewId } = request
    return this.#submit({
      slot: `ask ${viewId}`,
      exemplars: synthesisPhotos(request),
      message: (jobId) => {
        const question = { recipe, request: remoteSynthesis(request, this.#photos), point }
        return { type: 'ask', jobId, question }
      },
      read: (message) => (message.type === 'answer' && isOfRecipe(message.answer, recipe) ? message.answer : undefined),
    })
  }

  /** Asks about the faces of a photo. */
  askMakeUp(asked: MakeUpQuestion): PendingJob<MakeUpAnswer> {
    return this.#submit({
      slot: `ask ${asked.viewId}`,
      exemplars: makeUpQuestionPhotos(asked),
      message: (jobId) => ({ type: 'ask', jobId, question: remoteMakeUpQuestion(asked, this.#photos) }),
      read: (message) =>
        message.type === 'answer' && isOfRecipe(message.answer, 'make-up') ? message.answer : undefined,
    })
  }

  /** Says what a photo shows. @param wish for which pack, and how much of the photo; absent = the annotator's own classes */
  annotate(
    annotatorId: string,
    image: RgbImage,
    wish: AnnotationWish = {},
    callbacks: JobCallbacks = {},
  ): PendingJob<AnnotationResult> {
    return this.#submit({
      message: (jobId) => ({ type: 'annotate', jobId, annotatorId, image, ...wish }),
      read: (message) => (message.type === 'annotation' ? message.result : undefined),
      callbacks,
    })
  }

  /** The people of a photo and how they stand. */
  findPeople(image: RgbImage, callbacks: JobCallbacks = {}): PendingJob<FoundPeople> {
    return this.#submit({
      message: (jobId) => ({ type: 'find-people', jobId, image }),
      read: (message) => (message.type === 'people' ? message.result : undefined),
      callbacks,
    })
  }

  /** Measures every provider with a pack. */
  selfTest(packId: string, callbacks: JobCallbacks = {}): PendingJob<SelfTestReport> {
    return this.#submit({
      message: (jobId) => ({ type: 'self-test', jobId, packId }),
      read: (message) => (message.type === 'self-test-report' ? message.report : undefined),
      callbacks,
    })
  }

  /** Cancels all jobs, those that wait as well. */
  cancelAll(): void {
    this.#stopWatch()
    this.#board.cancelAll()
  }

  /** Cancels everything and leaves the host. */
  async dispose(): Promise<void> {
    this.#disposed = true
    this.cancelAll()
    await this.#link.dispose()
  }

  #submit<Result>(plan: JobPlan<Result>): PendingJob<Result> {
    this.#jobCount += 1
    const id = `job-${this.#jobCount}`
    const outcome = new Promise<Awaited<PendingJob<Result>['outcome']>>((resolve, reject) => {
      const job: ClientJob = {
        id,
        slot: plan.slot,
        message: plan.message(id),
        exemplars: plan.exemplars ?? [],
        resendable: plan.resendable ?? false,
        callbacks: plan.callbacks ?? {},
        accept: (message) => {
          const result = plan.read(message)
          if (result === undefined) return false
          resolve({ kind: 'done', result })
          return true
        },
        fail: reject,
        cancelled: (reason) => resolve({ kind: 'cancelled', reason }),
        attempts: 0,
      }
      if (this.#disposed) job.cancelled('requested')
      else this.#board.submit(job)
    })
    return { id, outcome, cancel: () => this.#cancel(id) }
  }

  /** Sends a job, or starts the host that will be sent it once it is ready. */
  #dispatch(job: ClientJob): void {
    if (!this.#link.isReady) {
      this.#link.start()
      return
    }
    job.attempts += 1
    const inUse = this.#board.exemplarsInUse((exemplar) => this.#shipment.idOf(exemplar))
    const preparations = job.exemplars.flatMap((exemplar) => this.#shipment.prepare(exemplar, inUse))
    for (const message of [...preparations, job.message]) this.#link.send(message)
    this.#watch()
  }

  #cancel(id: string): void {
    if (this.#board.withdraw(id)) return
    const job = this.#board.active(id)
    if (job === undefined) return
    if (job.attempts > 0 && this.#link.isReady) this.#link.send({ type: 'cancel', jobId: id })
    else this.#board.finish(job, () => job.cancelled('requested'))
  }

  #ready(message: ReadyMessage): void {
    this.#readyMessage = message
    this.#shipment.reset()
    for (const { resolve } of this.#readyListeners.splice(0)) resolve(message)
    for (const job of this.#board.allActive()) this.#dispatch(job)
  }

  #receive(message: HostMessage): void {
    this.#watch()
    if (message.type === 'notice') this.#onNotice(message.message)
    if (!('jobId' in message) || message.jobId === undefined) {
      // The connection itself is refused, so no job will ever be answered.
      if (message.type === 'error') this.#link.replaceHost(message.message.replace(/\.$/, ''))
      return
    }
    const job = this.#board.active(message.jobId)
    if (job === undefined) return
    if (message.type === 'progress') job.callbacks.onProgress?.(message.stage, message.value)
    else if (message.type === 'preview') job.callbacks.onPreview?.(message.preview)
    else this.#end(job, message)
  }

  #end(job: ClientJob, message: HostMessage): void {
    this.#link.noteSuccess()
    this.#board.finish(job, () => {
      if (message.type === 'cancelled') job.cancelled(message.reason)
      else if (message.type === 'error') job.fail(new CocanvasError(message.code, message.message))
      else if (!job.accept(message))
        job.fail(
          new CocanvasError('protocol', 'The inference host gave an answer to another question; restart Cocanvas.'),
        )
    })
    this.#watch()
  }

  #lost(willRestart: boolean, sentence: string, isNews: boolean): void {
    this.#stopWatch()
    this.#readyMessage = undefined
    const error = new CocanvasError('host-unavailable', sentence)
    if (willRestart) {
      if (isNews) this.#onNotice(sentence)
    } else for (const { reject } of this.#readyListeners.splice(0)) reject(error)
    this.#board.hostLost(willRestart, error)
  }

  /** Any word of the host is a sign of life; with work under way and none, it is replaced. */
  #watch(): void {
    this.#stopWatch()
    if (this.#patience === undefined || this.#board.allActive().length === 0) return
    this.#stopWatch = this.#patience.startTimer(this.#patience.milliseconds, () =>
      this.#link.replaceHost('The inference host stopped answering'),
    )
  }
}

/** What a picture tells while it is made. */
interface GenerationCallbacks<Name extends RecipeName> extends Omit<JobCallbacks, 'onPreview'> {
  /** Called before the picture exists. */
  readonly onPreview?: (preview: OfRecipe<RecipePreview, Name>) => void
}
