import type { Socket } from 'node:net'

/** More than a browser opens before its first request is answered. */
const MAX_STRANGERS = 32
/** A browser asks at once; what says nothing for so long only holds a descriptor. */
const PATIENCE_MS = 10_000

/**
 * Owns every connection from its first moment. Whoever has not shown the session's cookie is a stranger: few of them are
 * kept at a time, the oldest goes first, and none stays for long, so that no program of this machine can use the server up.
 * No connection can bring the server down: its errors end here, whatever state it is in.
 */
export class StrangerLimit {
  private readonly strangers = new Map<Socket, NodeJS.Timeout>()
  private readonly patienceMs: number

  constructor(patienceMs = PATIENCE_MS) {
    this.patienceMs = patienceMs
  }

  /** To be called for every connection as it comes. */
  own(socket: Socket): void {
    // Stays for good: HTTP takes its own listeners away when a connection asks to become a WebSocket.
    socket.on('error', () => socket.destroy())
    socket.once('close', () => this.recognise(socket))
    // What it has sent is read before it goes: on a busy machine this program may not have run for so long itself.
    const timer = setTimeout(() => setImmediate(() => this.dismiss(socket)), this.patienceMs)
    this.strangers.set(socket, timer)
    const [oldest] = this.strangers.keys()
    if (this.strangers.size <= MAX_STRANGERS || oldest === undefined) return
    this.dismiss(oldest)
  }

  /** It has shown the cookie: it may stay. */
  recognise(socket: Socket): void {
    clearTimeout(this.strangers.get(socket))
    this.strangers.delete(socket)
  }

  dispose(): void {
    for (const [socket] of this.strangers) this.dismiss(socket)
  }

  /** Ends a connection, unless it has shown the cookie meanwhile. */
  private dismiss(socket: Socket): void {
    if (!this.strangers.has(socket)) return
    this.recognise(socket)
    socket.destroy()
  }
}
