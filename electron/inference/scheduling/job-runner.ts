import { CancellationToken, JobCancelled, type CancellationReason } from './cancellation.ts'

/** Lets the messages that arrived while a stage computed be read, then throws `JobCancelled` if one said so. */
export type Checkpoint = () => Promise<void>

/** One piece of work. Jobs with the same `slot` replace each other while they wait. */
export interface Job {
  readonly id: string
  readonly slot?: string
  run(checkpoint: Checkpoint): Promise<void>
}

/** How a job ended; told exactly once per job. */
export type JobEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled'; readonly reason: CancellationReason }
  | { readonly kind: 'failed'; readonly error: unknown }

/**
 * Runs jobs one at a time in order of arrival. A running job is never interrupted, only told at its next checkpoint;
 * a waiting one leaves at once, and a newer job for its slot takes its place in the line.
 */
export class JobRunner {
  readonly #ended: (job: Job, end: JobEnd) => void
  readonly #yieldToEvents: () => Promise<void>
  #waiting: Job[] = []
  #running: { readonly job: Job; readonly token: CancellationToken } | undefined
  #idle: Promise<void> = Promise.resolve()

  /** @param yieldToEvents resolves after the event loop has read what is waiting for this process */
  constructor(ended: (job: Job, end: JobEnd) => void, yieldToEvents: () => Promise<void>) {
    this.#ended = ended
    this.#yieldToEvents = yieldToEvents
  }

  /** Resolves once nothing runs or waits. */
  get idle(): Promise<void> {
    return this.#idle
  }

  enqueue(job: Job): void {
    const replaced = job.slot === undefined ? -1 : this.#waiting.findIndex(({ slot }) => slot === job.slot)
    const [older] = replaced < 0 ? [] : this.#waiting.splice(replaced, 1, job)
    if (older === undefined) this.#waiting.push(job)
    else this.#ended(older, { kind: 'cancelled', reason: 'replaced' })
    if (this.#running === undefined) this.#idle = this.#runAll()
  }

  /** Cancels a job by id; an unknown or finished id is ignored, as its answer may be under way. */
  cancel(id: string, reason: CancellationReason = 'requested'): void {
    if (this.#running?.job.id === id) this.#running.token.cancel(reason)
    const waiting = this.#waiting.find((job) => job.id === id)
    if (waiting === undefined) return
    this.#waiting = this.#waiting.filter((job) => job !== waiting)
    this.#ended(waiting, { kind: 'cancelled', reason })
  }

  /** Cancels everything; `idle` resolves when the running job has reached its next checkpoint. */
  cancelAll(): void {
    for (const job of [...this.#waiting]) this.cancel(job.id)
    if (this.#running !== undefined) this.cancel(this.#running.job.id)
  }

  async #runAll(): Promise<void> {
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      const token = new CancellationToken()
      this.#running = { job, token }
      this.#ended(job, await this.#runOne(job, token))
    }
    this.#running = undefined
  }

  async #runOne(job: Job, token: CancellationToken): Promise<JobEnd> {
    const checkpoint = async (): Promise<void> => {
      await this.#yieldToEvents()
      token.throwIfCancelled()
    }
    try {
      await checkpoint()
      await job.run(checkpoint)
      return { kind: 'done' }
    } catch (error) {
      return error instanceof JobCancelled ? { kind: 'cancelled', reason: error.reason } : { kind: 'failed', error }
    }
  }
}
