/** What travels between two ports: a value of its own and the ports that it takes along. */
export interface PortMessage {
  readonly data: unknown
  readonly ports: readonly PortEnd[]
}

/** One end of a message channel, without a say in where it lives: whoever holds it may listen. */
export class PortEnd {
  private peer: PortEnd | undefined
  private readonly waiting: PortMessage[] = []
  private receiver: ((message: PortMessage) => void) | undefined
  private closed: () => void = () => undefined

  /** The two ends of a new channel. */
  static pair(): readonly [PortEnd, PortEnd] {
    const first = new PortEnd()
    const second = new PortEnd()
    first.peer = second
    second.peer = first
    return [first, second]
  }

  /** @param data already a copy of its own */
  post(data: unknown, ports: readonly PortEnd[]): void {
    this.peer?.receive({ data, ports })
  }

  /** From now on messages are handed over, those that waited first. */
  listen(receiver: (message: PortMessage) => void): void {
    this.receiver = receiver
    for (const message of this.waiting.splice(0)) receiver(message)
  }

  onClosed(listener: () => void): void {
    this.closed = listener
  }

  /** Both ends close; only the far one is told. */
  close(): void {
    const peer = this.peer
    this.peer = undefined
    if (peer === undefined) return
    peer.peer = undefined
    peer.closed()
  }

  private receive(message: PortMessage): void {
    if (this.receiver === undefined) this.waiting.push(message)
    else this.receiver(message)
  }
}
