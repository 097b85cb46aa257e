import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import {
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostConfiguration,
  type HostMessage,
} from '../../../electron/contract/inference-protocol.ts'
import type { Port } from '../../../electron/contract/port.ts'

/** Photos the host is let keep, unless the pictures under way need more; its own bound is far above. */
const KEPT_EXEMPLARS = 6

export type JobMessage = Extract<HostMessage, { jobId?: string | undefined }>

/** One life of the way to the inference host: it ends with the host, and a new one is made. */
export class InferenceConnection {
  readonly #port: Port<ClientMessage, HostMessage>
  readonly #sentExemplars = new Set<string>()
  readonly #unsubscribe: () => void
  /** Resolves once the host has greeted back; rejects when it refuses. */
  readonly ready: Promise<void>

  /**
   * @param receive Gets every message that belongs to a job.
   * @param notice Gets sentences that fail nothing, such as a fallback to the CPU.
   */
  constructor(
    port: Port<ClientMessage, HostMessage>,
    configuration: HostConfiguration,
    receive: (message: JobMessage) => void,
    notice: (message: string) => void,
  ) {
    this.#port = port
    let greeted: () => void = () => undefined
    let refused: (error: Error) => void = () => undefined
    this.ready = new Promise((resolve, reject) => {
      greeted = resolve
      refused = reject
    })
    this.#unsubscribe = port.subscribe((message) => {
      if (message.type === 'ready') greeted()
      else if (message.type === 'notice') notice(message.message)
      else {
        if (message.type === 'error' && message.jobId === undefined)
          refused(new CocanvasError(message.code, message.message))
        receive(message)
      }
    })
    port.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, configuration })
  }

  send(message: ClientMessage): void {
    this.#port.send(message)
  }

  /** Makes sure that the host has all photos of one picture; each travels once per connection. */
  offerExemplars(exemplars: ReadonlyMap<string, Exemplar>): void {
    // Another picture of as many photos may be under way.
    const kept = Math.max(KEPT_EXEMPLARS, 2 * exemplars.size)
    for (const [exemplarId, exemplar] of exemplars) {
      const known = this.#sentExemplars.delete(exemplarId)
      this.#sentExemplars.add(exemplarId)
      if (known) continue
      const [oldest] = this.#sentExemplars
      if (this.#sentExemplars.size > kept && oldest !== undefined) {
        this.#sentExemplars.delete(oldest)
        this.#port.send({ type: 'forget-exemplar', exemplarId: oldest })
      }
      this.#port.send({ type: 'put-exemplar', exemplarId, exemplar })
    }
  }

  close(): void {
    this.#unsubscribe()
    this.#port.close()
  }
}
