import { hostMessageSchema, type ClientMessage, type HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'

/** The page's end of the way to the inference host, over whatever carries values. */
export class InferencePort implements Port<ClientMessage, HostMessage> {
  private readonly listeners = new Set<(message: HostMessage) => void>()
  private readonly carry: (message: ClientMessage) => void
  private readonly end: () => void
  private open = true

  constructor(carry: (message: ClientMessage) => void, end: () => void) {
    this.carry = carry
    this.end = end
  }

  send(message: ClientMessage): void {
    if (this.open) this.carry(message)
  }

  subscribe(listener: (message: HostMessage) => void): () => void {
    const own = (message: HostMessage): void => listener(message)
    this.listeners.add(own)
    return () => this.listeners.delete(own)
  }

  close(): void {
    if (this.open) this.end()
    this.open = false
    this.listeners.clear()
  }

  /** To be called with whatever the host sent; what is no message of the protocol is dropped. */
  receive(value: unknown): void {
    const { data: message } = hostMessageSchema.safeParse(value)
    if (message === undefined) return
    for (const listener of [...this.listeners]) listener(message)
  }
}
