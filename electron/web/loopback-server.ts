import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { answerPage, type PageFiles } from '../services/pages/page-files.ts'
import { SECURITY_HEADERS } from '../services/pages/security-headers.ts'
import { SessionGate, type GateRequest } from './session-gate.ts'

/** A project of the largest size with all its pictures fits; nothing larger is meant. */
const MAX_MESSAGE_BYTES = 1024 ** 3

/** What to do with a WebSocket that was let in, by path. */
export type SocketHandlers = Readonly<Record<string, (socket: WebSocket) => void>>

/** The server of the window: this machine only, a port of the system's choice, nothing without the session's cookie. */
export class LoopbackServer {
  private readonly server: Server
  private readonly sockets: WebSocketServer
  private readonly gate: SessionGate

  private constructor(server: Server, port: number, files: PageFiles, handlers: SocketHandlers) {
    this.server = server
    this.gate = new SessionGate(`127.0.0.1:${port}`)
    // Compression costs more than the loopback saves.
    this.sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.answer(request, response, files)
    })
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.upgrade(request, socket, head, handlers)
    })
  }

  static async start(files: PageFiles, handlers: SocketHandlers): Promise<LoopbackServer> {
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.')
    return new LoopbackServer(server, address.port, files, handlers)
  }

  /** Works once. */
  get entrance(): string {
    return this.gate.entrance
  }

  async dispose(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate()
    this.sockets.close()
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.server.closeAllConnections()
    await closed
  }

  private async answer(request: IncomingMessage, response: ServerResponse, files: PageFiles): Promise<void> {
    const url = addressOf(request)
    if (url === undefined) {
      refuse(response)
      return
    }
    if (url.pathname === '/enter' && request.method === 'GET') {
      const cookie = this.gate.enter(gateRequest(request), url.searchParams.get('token') ?? '')
      if (cookie === undefined) refuse(response)
      else response.writeHead(302, { ...SECURITY_HEADERS, location: '/', 'set-cookie': cookie }).end()
      return
    }
    if (!this.gate.admitsRequest(gateRequest(request))) {
      refuse(response)
      return
    }
    if (request.method !== 'GET') {
      response.writeHead(405, SECURITY_HEADERS).end()
      return
    }
    const { status, headers, body } = await answerPage(files, url.pathname)
    response.writeHead(status, headers).end(body)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, handlers: SocketHandlers): void {
    const path = request.url ?? ''
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined
    if (handler === undefined || !this.gate.admitsSocket(gateRequest(request))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    this.sockets.handleUpgrade(request, socket, head, handler)
  }
}

/** Undefined for what is no address at all: anybody on this machine can send anything. */
function addressOf({ url = '/' }: IncomingMessage): URL | undefined {
  const base = 'http://loopback'
  return url.startsWith('/') && URL.canParse(url, base) ? new URL(url, base) : undefined
}

function gateRequest({ headers }: IncomingMessage): GateRequest {
  const site = headers['sec-fetch-site']
  return {
    host: headers.host,
    origin: headers.origin,
    cookie: headers.cookie,
    site: typeof site === 'string' ? site : undefined,
  }
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .end('This address was used already or is not complete: start Cocanvas again and open the new one.')
}
