import { CocanvasError } from '../contract/error-codes.ts'
import {
  clientMessageSchema,
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostConfiguration,
  type HostMessage,
} from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'
import { viewOfQuestion } from '../contract/recipes/recipe.ts'
import type { HostSurroundings } from './host-services.ts'
import { InferenceEngine } from './inference-engine.ts'
import type { JobVoice } from './recipes/recipe-runner.ts'
import { JobRunner, type Job, type JobEnd } from './scheduling/job-runner.ts'

/** What a server needs beside its port; the configuration comes with `hello`. */
export interface ServerSurroundings extends Omit<HostSurroundings, 'configuration' | 'notify'> {
  readonly yieldToEvents: () => Promise<void>
  /** Called once after `dispose` has released everything. */
  readonly disposed: () => void
  /** Set where `disposed` ends the process, whose memory goes with it: releasing every session would only delay that. */
  readonly endsProcess?: true
}

/** Serves the inference protocol on a port. Every job ends in exactly one result, `cancelled` or `error`. */
export class InferenceServer {
  readonly #port: Port<HostMessage, unknown>
  readonly #surroundings: ServerSurroundings
  readonly #jobs: JobRunner
  readonly #unsubscribe: () => void
  #engine: InferenceEngine | undefined

  constructor(port: Port<HostMessage, unknown>, surroundings: ServerSurroundings) {
    this.#port = port
    this.#surroundings = surroundings
    this.#jobs = new JobRunner((job, end) => this.#report(job, end), surroundings.yieldToEvents)
    this.#unsubscribe = port.subscribe((message) => this.#receive(message))
  }

  /** Cancels all jobs, releases all sessions and closes the port. */
  async dispose(): Promise<void> {
    this.#unsubscribe()
    this.#jobs.cancelAll()
    await this.#jobs.idle
    if (this.#surroundings.endsProcess !== true) await this.#engine?.dispose()
    this.#port.close()
    this.#surroundings.disposed()
  }

  #receive(raw: unknown): void {
    const message = clientMessageSchema.safeParse(raw)
    if (!message.success) {
      this.#fail(
        jobIdOf(raw),
        new CocanvasError(
          'protocol',
          `The inference host got a message it cannot read (${message.error.issues[0]?.message ?? 'unknown fault'}); restart Cocanvas.`,
        ),
      )
      return
    }
    try {
      this.#handle(message.data)
    } catch (error) {
      this.#fail(jobIdOf(raw), error)
    }
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greet(message.protocolVersion, message.configuration)
        return
      case 'put-exemplar':
        this.#greeted().photos.put(message.exemplarId, message.exemplar)
        return
      case 'forget-exemplar':
        this.#greeted().photos.forget(message.exemplarId)
        return
      case 'cancel':
        this.#jobs.cancel(message.jobId)
        return
      case 'dispose':
        void this.dispose()
        return
      default:
        this.#jobs.enqueue(this.#job(message, this.#greeted()))
    }
  }

  #job(message: JobMessage, engine: InferenceEngine): Job {
    const { jobId: id } = message
    const send = (answer: HostMessage): void => this.#port.send(answer)
    const voice = (checkpoint: JobVoice['checkpoint']): JobVoice => ({
      checkpoint,
      progress: (stage, value) => send({ type: 'progress', jobId: id, stage, value }),
    })
    switch (message.type) {
      case 'load-pack':
        return {
          id,
          run: async (checkpoint) => {
            const { timings, ...loaded } = await engine.loadPack(message.packId, voice(checkpoint))
            send({ type: 'pack-loaded', jobId: id, packId: message.packId, ...loaded, timings: [...timings] })
          },
        }
      case 'generate':
        return {
          id,
          slot: `generate ${message.request.viewId}`,
          run: async (checkpoint) => {
            const result = await engine.generate(
              message.request,
              (preview) => send({ type: 'preview', jobId: id, preview }),
              voice(checkpoint),
            )
            send({ type: 'picture', jobId: id, result })
          },
        }
      case 'ask':
        return {
          id,
          slot: `ask ${viewOfQuestion(message.question)}`,
          run: async (checkpoint) => {
            const answer = await engine.answer(message.question, voice(checkpoint))
            send({ type: 'answer', jobId: id, answer })
          },
        }
      case 'annotate':
        return {
          id,
          run: async (checkpoint) => {
            const { image, annotatorId, packId, whole = false } = message
            const result = await engine.annotate(image, { annotatorId, packId, whole }, voice(checkpoint))
            send({ type: 'annotation', jobId: id, result })
          },
        }
      case 'find-people':
        return {
          id,
          run: async (checkpoint) => {
            const result = await engine.findPeople(message.image, voice(checkpoint))
            send({ type: 'people', jobId: id, result })
          },
        }
      case 'self-test':
        return {
          id,
          run: async (checkpoint) => {
            const report = await engine.selfTest(message.packId, voice(checkpoint))
            send({ type: 'self-test-report', jobId: id, report })
          },
        }
    }
  }

  #greet(protocolVersion: number, configuration: HostConfiguration): void {
    if (protocolVersion !== PROTOCOL_VERSION)
      throw new CocanvasError(
        'protocol',
        'The window and the inference host are of different versions; restart Cocanvas.',
      )
    if (this.#engine !== undefined)
      throw new CocanvasError('protocol', 'The inference host was greeted twice; restart Cocanvas.')
    const notify = (message: string): void => this.#port.send({ type: 'notice', message })
    this.#engine = new InferenceEngine({ ...this.#surroundings, configuration, notify })
    const { version: runtimeVersion, providers } = this.#surroundings.runtime
    this.#port.send({ type: 'ready', protocolVersion, runtimeVersion, availableProviders: [...providers] })
  }

  #greeted(): InferenceEngine {
    if (this.#engine === undefined)
      throw new CocanvasError('protocol', 'The inference host was asked before it was greeted; restart Cocanvas.')
    return this.#engine
  }

  #report(job: Job, end: JobEnd): void {
    if (end.kind === 'cancelled') this.#port.send({ type: 'cancelled', jobId: job.id, reason: end.reason })
    if (end.kind === 'failed') this.#fail(job.id, end.error)
  }

  #fail(jobId: string | undefined, error: unknown): void {
    const { code, message } =
      error instanceof CocanvasError
        ? error
        : new CocanvasError(
            'internal',
            `The inference host failed unexpectedly (${String(error)}); report this to the Cocanvas project.`,
          )
    this.#port.send({ type: 'error', ...(jobId === undefined ? {} : { jobId }), code, message })
  }
}

type JobMessage = Extract<
  ClientMessage,
  { type: 'load-pack' | 'generate' | 'ask' | 'annotate' | 'find-people' | 'self-test' }
>

/** Lets even an unreadable request be answered with an error: its sender is waiting for an answer. */
function jobIdOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('jobId' in raw)) return undefined
  return typeof raw.jobId === 'string' ? raw.jobId : undefined
}
