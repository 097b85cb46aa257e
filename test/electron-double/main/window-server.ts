import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'

type SchemeHandler = (request: Request) => Response | Promise<Response>

/**
 * Where the double's windows load from: `scheme://host/path` becomes `http://host.scheme.localhost:port/path`, answered
 * by the app's own protocol handler; a socket per window at the same origin carries IPC.
 */
export class WindowServer {
  private readonly handlers = new Map<string, SchemeHandler>()
  private readonly windows = new Map<string, (socket: WebSocket) => void>()
  private readonly server = createServer()
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 30, perMessageDeflate: false })
  private port = 0

  async start(): Promise<void> {
    this.server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response),
    )
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const connect = this.windows.get(request.url ?? '')
      if (connect === undefined) socket.destroy()
      else this.sockets.handleUpgrade(request, socket, head, connect)
    })
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address !== null && typeof address === 'object') this.port = address.port
  }

  handle(scheme: string, handler: SchemeHandler): void {
    this.handlers.set(scheme, handler)
  }

  /** @returns the path of a socket that only this window knows. */
  addWindow(connect: (socket: WebSocket) => void): string {
    const path = `/electron-double/${randomBytes(16).toString('hex')}`
    this.windows.set(path, connect)
    return path
  }

  /** The address that the browser can load. @throws Error for a scheme that the app does not handle. */
  toLoadable(address: string): string {
    const { protocol, host, pathname, search } = new URL(address)
    const scheme = protocol.slice(0, -1)
    if (!this.handlers.has(scheme)) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${address}'`)
    return `http://${host}.${scheme}.localhost:${this.port}${pathname}${search}`
  }

  /** The address as the app knows it. */
  toOriginal(loadable: string): string {
    const match = /^http:\/\/([^.]+)\.([^.]+)\.localhost:\d+(\/.*)$/.exec(loadable)
    return match === null ? loadable : `${match[2] ?? ''}://${match[1] ?? ''}${match[3] ?? ''}`
  }

  close(): void {
    for (const client of this.sockets.clients) client.terminate()
    this.server.close()
    this.server.closeAllConnections()
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = this.toOriginal(`http://${request.headers.host ?? ''}${request.url ?? ''}`)
    const handler = this.handlers.get(new URL(address).protocol.slice(0, -1))
    if (handler === undefined) {
      response.writeHead(404).end()
      return
    }
    const answer = await handler(new Request(address, { method: request.method ?? 'GET' }))
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
}
