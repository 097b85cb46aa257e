import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { Exemplar, ExemplarRegions, GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type {
  AnnotationResult,
  CorrespondenceResult,
  PictureResult,
  ProgressStage,
  WarpPreview,
} from '../../../electron/contract/generation-result.ts'
import type { HostEnd } from '../../../electron/contract/host-end.ts'
import {
  remoteSynthesis,
  synthesisPhotos,
  type LayoutPoint,
  type RemoteSynthesisRequest,
  type SynthesisRequest,
} from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import {
  makeUpQuestionPhotos,
  remoteMakeUpQuestion,
  type MakeUpAnswer,
  type MakeUpQuestion,
} from '../../../electron/contract/recipes/make-up-question.ts'
import {
  isOfRecipe,
  photosOfRequest,
  remoteRequest,
  type OfRecipe,
  type RecipeName,
  type RecipePreview,
  type RecipeResult,
  type RequestOf,
} from '../../../electron/contract/recipes/recipe.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { HostConnection, type JobMessage } from './host-connection.ts'
import { JobCancelled } from './job-cancelled.ts'

/** A job under way. `result` rejects with `JobCancelled`, or with a `CocanvasError` made for users. */
export interface RunningJob<Result> {
  readonly result: Promise<Result>
  cancel(): void
}

/** The photos that a picture takes its style from. */
export interface RequestExemplars {
  readonly exemplar: Exemplar
  /** Absent when one photo is for the whole picture. */
  readonly regions?: ExemplarRegions | undefined
}

export interface GenerationListener {
  readonly warp?: (preview: WarpPreview) => void
  /** `value` 0..1 over the whole job. */
  readonly progress?: (stage: ProgressStage, value: number) => void
}

export interface RecipeListener<Name extends RecipeName> {
  readonly preview?: (preview: OfRecipe<RecipePreview, Name>) => void
  /** `value` 0..1 over the whole job. */
  readonly progress?: (stage: ProgressStage, value: number) => void
}

interface PendingJob {
  readonly receive: (message: JobMessage) => void
  readonly reject: (error: Error) => void
}

/** What it needs of the shell. */
export type InferenceShell = Pick<ShellApi, 'connectInference' | 'on'>

/**
 * The window's side of the inference protocol: connects when first needed and anew after the host ended, sends every
 * photo once, and gives each job as a promise.
 */
export class HostJobs {
  readonly #shell: InferenceShell
  readonly #notice: (message: string) => void
  readonly #pending = new Map<string, PendingJob>()
  readonly #stopListening: () => void
  #connection: Promise<HostConnection> | undefined
  #open: HostConnection | undefined
  #count = 0

  /** @param hostEnded Says to the user why the host is gone. */
  constructor(shell: InferenceShell, notice: (message: string) => void, hostEnded: (reason: HostEnd) => string) {
    this.#shell = shell
    this.#notice = notice
    this.#stopListening = shell.on('inferenceStopped', ({ reason }) => {
      this.#disconnect(new CocanvasError('host-unavailable', hostEnded(reason)))
    })
  }

  generate(
    settings: GenerationSettings,
    exemplars: RequestExemplars,
    listener: GenerationListener = {},
  ): RunningJob<PictureResult> {
    return this.#run(
      (jobId, connection) => {
        connection.send({ type: 'generate', jobId, request: this.#remote(jobId, settings, exemplars, connection) })
      },
      (message) => {
        if (message.type === 'preview' && isOfRecipe(message.preview, 'exemplar-synthesis'))
          listener.warp?.(message.preview)
        if (message.type === 'progress') listener.progress?.(message.stage, message.value)
        return message.type === 'picture' && isOfRecipe(message.result, 'exemplar-synthesis')
          ? message.result
          : undefined
      },
    )
  }

  /** Makes whatever a recipe makes. */
  make<Name extends RecipeName>(
    request: RequestOf<Name>,
    listener: RecipeListener<Name> = {},
  ): RunningJob<OfRecipe<RecipeResult, Name>> {
    const { recipe }: { readonly recipe: Name } = request
    return this.#run(
      (jobId, connection) => {
        const photos = connection.namePhotos(jobId, photosOfRequest(request))
        connection.send({ type: 'generate', jobId, request: remoteRequest(request, photos) })
      },
      (message) => {
        if (message.type === 'preview' && isOfRecipe(message.preview, recipe)) listener.preview?.(message.preview)
        if (message.type === 'progress') listener.progress?.(message.stage, message.value)
        return message.type === 'picture' && isOfRecipe(message.result, recipe) ? message.result : undefined
      },
    )
  }

  /** @param point A pixel of the picture at the request's size. */
  queryCorrespondence(
    settings: GenerationSettings,
    exemplars: RequestExemplars,
    point: LayoutPoint,
  ): RunningJob<CorrespondenceResult> {
    return this.#run(
      (jobId, connection) => {
        const request = this.#remote(jobId, settings, exemplars, connection)
        connection.send({ type: 'ask', jobId, question: { recipe: request.recipe, request, point } })
      },
      (message) =>
        message.type === 'answer' && isOfRecipe(message.answer, 'exemplar-synthesis') ? message.answer : undefined,
    )
  }

  /** Asks about the faces of a photo. */
  askMakeUp(question: MakeUpQuestion): RunningJob<MakeUpAnswer> {
    return this.#run(
      (jobId, connection) => {
        const photos = connection.namePhotos(jobId, makeUpQuestionPhotos(question))
        connection.send({ type: 'ask', jobId, question: remoteMakeUpQuestion(question, photos) })
      },
      (message) => (message.type === 'answer' && isOfRecipe(message.answer, 'make-up') ? message.answer : undefined),
    )
  }

  /** Labels a photo in the class ids of a pack. */
  annotate(image: RgbImage, annotatorId: string, packId?: string): RunningJob<AnnotationResult> {
    return this.#run(
      (jobId, connection) => {
        connection.send({ type: 'annotate', jobId, annotatorId, packId, image })
      },
      (message) => (message.type === 'annotation' ? message.result : undefined),
    )
  }

  /** Drops the connection, as after settings changed; the next job connects anew with the new configuration. */
  reconnect(): void {
    this.#disconnect(new JobCancelled())
  }

  dispose(): void {
    this.#stopListening()
    this.#disconnect(new JobCancelled())
  }

  /** Sees to it that the host knows the photos of a request, and names them. */
  #remote(
    jobId: string,
    settings: GenerationSettings,
    { exemplar, regions }: RequestExemplars,
    connection: HostConnection,
  ): RemoteSynthesisRequest {
    const request: SynthesisRequest = { recipe: 'exemplar-synthesis', ...settings, exemplar, regions }
    return remoteSynthesis(request, connection.namePhotos(jobId, synthesisPhotos(request)))
  }

  #run<Result>(
    send: (jobId: string, connection: HostConnection) => void,
    resultOf: (message: JobMessage) => Result | undefined,
  ): RunningJob<Result> {
    const jobId = `job-${this.#nextNumber()}`
    let sentOn: HostConnection | undefined
    const result = new Promise<Result>((resolve, reject) => {
      const settle = (act: () => void): void => {
        sentOn?.forgetJob(jobId)
        if (this.#pending.delete(jobId)) act()
      }
      this.#pending.set(jobId, {
        reject: (error) => settle(() => reject(error)),
        receive: (message) => {
          if (message.type === 'error') settle(() => reject(new CocanvasError(message.code, message.message)))
          else if (message.type === 'cancelled') settle(() => reject(new JobCancelled()))
          else {
            const value = resultOf(message)
            if (value !== undefined) settle(() => resolve(value))
          }
        },
      })
    })
    const fail = (error: unknown): void => {
      this.#pending.get(jobId)?.reject(error instanceof Error ? error : new Error(String(error)))
    }
    this.#connect().then((connection) => {
      // Cancelled while connecting: the host never hears of it.
      if (!this.#pending.has(jobId)) return
      sentOn = connection
      send(jobId, connection)
    }, fail)
    return {
      result,
      cancel: () => {
        if (sentOn === undefined) this.#pending.get(jobId)?.reject(new JobCancelled())
        else if (this.#pending.has(jobId)) sentOn.send({ type: 'cancel', jobId })
      },
    }
  }

  #connect(): Promise<HostConnection> {
    this.#connection ??= this.#openConnection().catch((error: unknown) => {
      this.#connection = undefined
      throw error
    })
    return this.#connection
  }

  async #openConnection(): Promise<HostConnection> {
    const { port, configuration } = await this.#shell.connectInference()
    const connection = new HostConnection(port, configuration, (message) => this.#receive(message), this.#notice)
    this.#open = connection
    await connection.ready
    return connection
  }

  #receive(message: JobMessage): void {
    if (message.jobId !== undefined) {
      this.#pending.get(message.jobId)?.receive(message)
      return
    }
    if (message.type === 'error') this.#disconnect(new CocanvasError(message.code, message.message))
  }

  #disconnect(reason: Error): void {
    this.#open?.close()
    this.#open = undefined
    this.#connection = undefined
    for (const job of [...this.#pending.values()]) job.reject(reason)
  }

  #nextNumber(): number {
    this.#count += 1
    return this.#count
  }
}
