import { ExemplarShipment } from '../../../electron/client/exemplar-shipment.ts'
import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import {
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostConfiguration,
  type HostMessage,
} from '../../../electron/contract/inference-protocol.ts'
import type { Port } from '../../../electron/contract/port.ts'
import type { NamedPhotos } from '../../../electron/contract/recipes/named-photos.ts'

export type JobMessage = Extract<HostMessage, { jobId?: string | undefined }>

/** One life of the way to the inference host: it ends with the host, and a new one is made. */
export class HostConnection {
  readonly #port: Port<ClientMessage, HostMessage>
  readonly #shipment = new ExemplarShipment()
  readonly #photosOf = new Map<string, readonly string[]>()
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

  /** Makes sure that the host has all photos of a job and keeps them until it has ended; each travels once per connection. */
  namePhotos(jobId: string, photos: readonly Exemplar[]): NamedPhotos {
    const idOf = (photo: Exemplar): string => this.#shipment.idOf(photo)
    this.#photosOf.set(jobId, photos.map(idOf))
    const inUse = new Set([...this.#photosOf.values()].flat())
    for (const photo of photos) for (const message of this.#shipment.prepare(photo, inUse)) this.#port.send(message)
    return { idOf }
  }

  /** A job has ended: its photos may give way to others. */
  forgetJob(jobId: string): void {
    this.#photosOf.delete(jobId)
  }

  close(): void {
    this.#unsubscribe()
    this.#port.close()
  }
}
