import type { PortEnd } from './port-end.ts'

/** Ports that now live in another process, by the number that both sides know. */
export class ExportedPorts {
  private readonly ends = new Map<number, PortEnd>()
  private readonly forward: (port: number, data: unknown) => void
  private readonly forwardClose: (port: number) => void
  private lastPort = 0

  /** @param forward carries what is meant for a port to where it lives. */
  constructor(forward: (port: number, data: unknown) => void, forwardClose: (port: number) => void) {
    this.forward = forward
    this.forwardClose = forwardClose
  }

  /** Hands a port over. @returns its number. */
  export(end: PortEnd): number {
    const number = ++this.lastPort
    this.ends.set(number, end)
    end.onClosed(() => this.forwardClose(number))
    end.listen(({ data, ports }) => {
      if (ports.length > 0) throw new Error('The double of Electron carries no ports inside the messages of others.')
      this.forward(number, data)
    })
    return number
  }

  /** What the far side posted. */
  receive(number: number, data: unknown): void {
    this.ends.get(number)?.post(data, [])
  }

  /** The far side closed a port, or is gone. */
  close(number: number): void {
    this.ends.get(number)?.close()
    this.ends.delete(number)
  }

  closeAll(): void {
    for (const number of [...this.ends.keys()]) this.close(number)
  }
}
