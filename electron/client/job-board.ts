import type { CocanvasError } from '../contract/error-codes.ts'
import type { Exemplar } from '../contract/generation-request.ts'
import type { ClientJob } from './client-job.ts'

/** A job is sent at most this often: once, and once more after a crash that may not have been its fault. */
const MAXIMUM_ATTEMPTS = 2

/**
 * Which jobs are with the host and which wait. The waiting place lies on this side because a computing host cannot read
 * its port: per slot one active job and one replaceable waiting one.
 */
export class JobBoard {
  readonly #dispatch: (job: ClientJob) => void
  readonly #active = new Map<string, ClientJob>()
  readonly #waiting = new Map<string, ClientJob>()

  /** @param dispatch called for every job that becomes active, after it did */
  constructor(dispatch: (job: ClientJob) => void) {
    this.#dispatch = dispatch
  }

  submit(job: ClientJob): void {
    const { slot } = job
    if (slot === undefined || !this.allActive().some((active) => active.slot === slot)) {
      this.#activate(job)
      return
    }
    this.#waiting.get(slot)?.cancelled('replaced')
    this.#waiting.set(slot, job)
  }

  active(id: string): ClientJob | undefined {
    return this.#active.get(id)
  }

  /** In the order they were activated. */
  allActive(): readonly ClientJob[] {
    return [...this.#active.values()]
  }

  /** Cancels a job that waits; false when no such job does. */
  withdraw(id: string): boolean {
    const job = [...this.#waiting.values()].find((waiting) => waiting.id === id)
    if (job?.slot === undefined) return false
    this.#waiting.delete(job.slot)
    job.cancelled('requested')
    return true
  }

  /** Takes an active job off, lets it settle, and lets the next of its slot begin. */
  finish(job: ClientJob, settle: () => void): void {
    this.#active.delete(job.id)
    settle()
    const next = job.slot === undefined ? undefined : this.#waiting.get(job.slot)
    if (next?.slot === undefined) return
    this.#waiting.delete(next.slot)
    this.#activate(next)
  }

  /**
   * After the host was lost: jobs worth it stay active for the next host, unless a newer one of their slot waits, which
   * then goes instead; all others fail.
   */
  hostLost(willRestart: boolean, error: CocanvasError): void {
    if (!willRestart) {
      this.#endAll((job) => job.fail(error))
      return
    }
    for (const job of this.allActive()) {
      const newer = job.slot !== undefined && this.#waiting.has(job.slot)
      const untold = job.attempts === 0
      const again = job.resendable && job.attempts < MAXIMUM_ATTEMPTS
      if (newer) this.finish(job, () => job.cancelled('replaced'))
      else if (!untold && !again) this.finish(job, () => job.fail(error))
    }
  }

  cancelAll(): void {
    this.#endAll((job) => job.cancelled('requested'))
  }

  /** Names of the exemplars that active jobs use. */
  exemplarsInUse(idOf: (exemplar: Exemplar) => string): ReadonlySet<string> {
    return new Set(this.allActive().flatMap(({ exemplars }) => exemplars.map(idOf)))
  }

  /** Waiting jobs first, so that none of them begins when its slot falls free. */
  #endAll(settle: (job: ClientJob) => void): void {
    const jobs = [...this.#waiting.values(), ...this.#active.values()]
    this.#waiting.clear()
    this.#active.clear()
    for (const job of jobs) settle(job)
  }

  #activate(job: ClientJob): void {
    this.#active.set(job.id, job)
    this.#dispatch(job)
  }
}
