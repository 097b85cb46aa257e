import { EventEmitter } from 'node:events'
import type Electron from 'electron'

/** A message as a port or process hands it over. */
export interface PortMessage {
  readonly data: unknown
  readonly ports: readonly MessagePortDouble[]
}

/**
 * `MessagePortMain`: entangled with its peer, silent until started. What it carries is cloned, and only ports may be
 * transferred: real Electron loses transferred buffers (electron#34905), so the double refuses them aloud.
 */
export class MessagePortDouble
  extends EventEmitter<{ message: [PortMessage]; close: [] }>
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  private peer: MessagePortDouble | undefined
  private readonly waiting: PortMessage[] = []
  private started = false

  entangle(peer: MessagePortDouble): void {
    this.peer = peer
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.peer?.receive({ data: structuredClone(data), ports: portsOnly(transfer) })
  }

  start(): void {
    this.started = true
    for (const message of this.waiting.splice(0)) this.emit('message', message)
  }

  close(): void {
    const peer = this.peer
    this.peer = undefined
    if (peer === undefined) return
    peer.peer = undefined
    peer.emit('close')
  }

  private receive(message: PortMessage): void {
    if (this.started) this.emit('message', message)
    else this.waiting.push(message)
  }
}

/** `MessageChannelMain`. */
export class MessageChannelDouble {
  readonly port1 = new MessagePortDouble()
  readonly port2 = new MessagePortDouble()

  constructor() {
    this.port1.entangle(this.port2)
    this.port2.entangle(this.port1)
  }
}

/** @throws TypeError for anything in a transfer list that is no port. */
export function portsOnly(transfer: readonly unknown[]): readonly MessagePortDouble[] {
  return transfer.map((item) => {
    if (item instanceof MessagePortDouble) return item
    throw new TypeError('Electron transfers only MessagePortMain; copy everything else.')
  })
}
