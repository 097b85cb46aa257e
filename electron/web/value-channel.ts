import type { WebSocket } from 'ws'
import { decodeMessage, encodeMessage } from '../wire/binary-message.ts'

/** One page's WebSocket as a channel of values. */
export class ValueChannel {
  private readonly socket: WebSocket

  constructor(socket: WebSocket) {
    this.socket = socket
  }

  send(value: object): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(encodeMessage(value))
  }

  /** What is no message closes the connection: no page of ours sends that. */
  onValue(listener: (value: unknown) => void): void {
    this.socket.on('message', (data) => {
      let value: unknown
      try {
        if (!Buffer.isBuffer(data)) throw new TypeError('ws gives one Buffer per message')
        value = decodeMessage(data)
      } catch {
        this.socket.close()
        return
      }
      listener(value)
    })
  }

  onClose(listener: () => void): void {
    this.socket.once('close', listener)
  }

  close(): void {
    this.socket.close()
  }
}
