import type { HostConnection, HostStarter } from './host-starter.ts'

/**
 * Starts the first host before anybody asks, so that a short-lived program boots together with its host instead of
 * before it. Whoever makes one calls `discard` at the end.
 */
export class EarlyStarter implements HostStarter {
  readonly #starter: HostStarter
  #waiting: HostConnection | undefined

  constructor(starter: HostStarter) {
    this.#starter = starter
    this.#waiting = starter.start()
  }

  start(): HostConnection {
    const connection = this.#waiting ?? this.#starter.start()
    this.#waiting = undefined
    return connection
  }

  /** Ends the early host if it was never used; it was sent nothing, so nothing is lost. */
  discard(): void {
    this.#waiting?.kill()
    this.#waiting = undefined
  }
}
