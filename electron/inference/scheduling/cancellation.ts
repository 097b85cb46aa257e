/** Why a job ended early: somebody asked, or a newer request for the same view took its place. */
export type CancellationReason = 'requested' | 'replaced'

/** Thrown at a checkpoint of a cancelled job; never shown to anybody. */
export class JobCancelled extends Error {
  readonly reason: CancellationReason

  constructor(reason: CancellationReason) {
    super(`The job was cancelled (${reason})`)
    this.name = 'JobCancelled'
    this.reason = reason
  }
}

/** Set once from outside a job, read by the job between its stages. */
export class CancellationToken {
  #reason: CancellationReason | undefined

  cancel(reason: CancellationReason): void {
    this.#reason ??= reason
  }

  /** @throws JobCancelled */
  throwIfCancelled(): void {
    if (this.#reason !== undefined) throw new JobCancelled(this.#reason)
  }
}
