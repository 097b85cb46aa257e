import {
  hostMessageSchema,
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostConfiguration,
} from '../contract/inference-protocol.ts'
import type { HostLink, LinkListener, StartTimer } from '../client/host-link.ts'
import type { HostConnection, HostStarter } from './host-starter.ts'

/** How patient a supervisor is. */
export interface SupervisionLimits {
  /** From start to `ready`. */
  readonly readyMilliseconds: number
  /** From a polite `dispose` to a kill. */
  readonly disposeMilliseconds: number
  /** Restarts in a row; a finished job starts the count anew. */
  readonly restarts: number
}

/** A host starts in a second or two; where many programs share the processor, killing a slow one would only make it slower. */
export const DEFAULT_LIMITS: SupervisionLimits = { readyMilliseconds: 60_000, disposeMilliseconds: 2_000, restarts: 3 }

/** Keeps one inference host alive: greets it, checks what it says, starts it again after a crash, gives up at last. */
export class HostSupervisor implements HostLink {
  readonly #starter: HostStarter
  readonly #configuration: HostConfiguration
  readonly #limits: SupervisionLimits
  readonly #startTimer: StartTimer
  readonly #listener: LinkListener
  #host: { readonly connection: HostConnection; ready: boolean } | undefined
  #cancelReadyTimer: () => void = () => undefined
  #restarts = 0
  #disposed = false

  constructor(
    parts: {
      readonly starter: HostStarter
      readonly configuration: HostConfiguration
      readonly startTimer: StartTimer
      readonly limits?: SupervisionLimits
    },
    listener: LinkListener,
  ) {
    this.#starter = parts.starter
    this.#configuration = parts.configuration
    this.#startTimer = parts.startTimer
    this.#limits = parts.limits ?? DEFAULT_LIMITS
    this.#listener = listener
  }

  /** Whether a greeted host is there to be told something. */
  get isReady(): boolean {
    return this.#host?.ready === true
  }

  /** Starts a host unless there is one; also the way back after the supervisor gave up. */
  start(): void {
    if (this.#host !== undefined || this.#disposed) return
    const connection = this.#starter.start()
    this.#host = { connection, ready: false }
    connection.port.subscribe((message) => this.#receive(connection, message))
    // A host that ends before it is ready is not reported: either the next one starts, or the final error says why not.
    void connection.ended.then((reason) =>
      this.#lose(connection, `The inference host ended (${reason})`, this.#host?.ready === true),
    )
    connection.port.send({
      type: 'hello',
      protocolVersion: PROTOCOL_VERSION,
      configuration: this.#configuration,
    })
    this.#cancelReadyTimer = this.#startTimer(this.#limits.readyMilliseconds, () =>
      this.replaceHost('The inference host did not start in time'),
    )
  }

  /** Dropped unless a host is ready. */
  send(message: ClientMessage): void {
    if (this.#host?.ready === true) this.#host.connection.port.send(message)
  }

  /** A job came to its end, so the host works: a later crash is not one in a row. */
  noteSuccess(): void {
    this.#restarts = 0
  }

  /** Kills a host that does not answer and counts it as a crash. @param fault without a closing stop */
  replaceHost(fault: string): void {
    const connection = this.#host?.connection
    if (connection === undefined) return
    connection.kill()
    this.#lose(connection, fault, true)
  }

  /** Asks the host to end, kills it if it does not; resolves when it is gone. */
  async dispose(): Promise<void> {
    this.#disposed = true
    this.#cancelReadyTimer()
    const host = this.#host
    this.#host = undefined
    if (host === undefined) return
    host.connection.port.send({ type: 'dispose' })
    const cancelTimer = this.#startTimer(this.#limits.disposeMilliseconds, () => host.connection.kill())
    await host.connection.ended
    cancelTimer()
  }

  #receive(connection: HostConnection, raw: unknown): void {
    const host = this.#host
    // A killed host may still have messages under way.
    if (host?.connection !== connection) return
    const message = hostMessageSchema.safeParse(raw)
    if (!message.success) {
      this.replaceHost('The inference host sent a message that cannot be read')
      return
    }
    if (message.data.type !== 'ready') {
      this.#listener.message(message.data)
      return
    }
    this.#cancelReadyTimer()
    host.ready = true
    this.#listener.ready(message.data)
  }

  #lose(connection: HostConnection, fault: string, isNews: boolean): void {
    if (this.#host?.connection !== connection) return
    this.#cancelReadyTimer()
    this.#host = undefined
    connection.port.close()
    const willRestart = this.#restarts < this.#limits.restarts
    this.#listener.lost(
      willRestart,
      willRestart
        ? `${fault}, so it was started again.`
        : `${fault} ${this.#restarts + 1} times in a row; restart Cocanvas, and choose the CPU provider if it happens again.`,
      isNews,
    )
    if (!willRestart) {
      this.#restarts = 0
      return
    }
    this.#restarts += 1
    this.start()
  }
}
