import { EventEmitter, once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'

const incomingSchema = z.object({
  id: z.number().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})

type Values = Readonly<Record<string, unknown>>

/**
 * The Chrome DevTools Protocol over one WebSocket, in flat sessions. The Network domain stays off, so that pixels on
 * sockets are not mirrored as text.
 */
export class CdpConnection {
  private readonly socket: WebSocket
  private readonly waiting = new Map<number, { resolve: (result: Values) => void; reject: (error: Error) => void }>()
  private readonly sessions = new Map<string, CdpSession>()
  readonly browser: CdpSession
  private lastId = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.browser = new CdpSession(this, undefined)
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.receive(data.toString('utf8'))
    })
    socket.on('close', () => this.failAll())
  }

  static async open(address: string): Promise<CdpConnection> {
    const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 1 << 28 })
    await once(socket, 'open')
    return new CdpConnection(socket)
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(this, id)
    this.sessions.set(id, session)
    return session
  }

  send(method: string, params: Values, sessionId: string | undefined): Promise<Values> {
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }))
    })
  }

  private receive(text: string): void {
    const message = incomingSchema.parse(JSON.parse(text))
    const { id, sessionId, method, params, result, error } = message
    if (id !== undefined) {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error === undefined) waiting?.resolve(result ?? {})
      else waiting?.reject(new Error(error.message))
    } else if (method !== undefined) {
      const session = sessionId === undefined ? this.browser : this.sessions.get(sessionId)
      session?.emit(method, params ?? {})
    }
  }

  private failAll(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('The browser has gone.'))
    this.waiting.clear()
  }
}

/** One target's commands and events; events are named after their method. */
export class CdpSession extends EventEmitter<Record<string, [Values]>> {
  private readonly connection: CdpConnection
  private readonly id: string | undefined

  constructor(connection: CdpConnection, id: string | undefined) {
    super()
    this.connection = connection
    this.id = id
  }

  send(method: string, params: Values = {}): Promise<Values> {
    return this.connection.send(method, params, this.id)
  }
}
