import type { MessagePortDouble } from './message-port.ts'

/** Ports that now live in another process, by the number that both sides know. */
export class ExportedPorts {
  private readonly ports = new Map<number, MessagePortDouble>()
  private readonly forward: (port: number, data: unknown) => void
  private readonly forwardClose: (port: number) => void
  private lastPort = 0

  /** @param forward carries what is meant for a port to where it lives. */
  constructor(forward: (port: number, data: unknown) => void, forwardClose: (port: number) => void) {
    this.forward = forward
    this.forwardClose = forwardClose
  }

  /** Hands a port over. @returns its number. */
  export(port: MessagePortDouble): number {
    const number = ++this.lastPort
    this.ports.set(number, port)
    port.on('message', ({ data }) => this.forward(number, data))
    port.on('close', () => this.forwardClose(number))
    port.start()
    return number
  }

  /** What the far side posted. */
  receive(number: number, data: unknown): void {
    this.ports.get(number)?.postMessage(data)
  }

  /** The far side closed a port, or is gone. */
  close(number: number): void {
    this.ports.get(number)?.close()
    this.ports.delete(number)
  }

  closeAll(): void {
    for (const number of [...this.ports.keys()]) this.close(number)
  }
}
