import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { answerPage, type PageFiles } from '../services/pages/page-files.ts'
import { SECURITY_HEADERS } from '../services/pages/security-headers.ts'
import { SessionGate, type GateRequest } from './session-gate.ts'
import { StrangerLimit } from './stranger-limit.ts'

/** A project of the largest size with all its pictures fits; nothing larger is meant. */
const MAX_MESSAGE_BYTES = 1024 ** 3

/** Far more than one browser with many windows needs; strangers are bounded on their own. */
const MAX_CONNECTIONS = 256

/** What to do with the WebSockets of one path. */
export interface SocketHandler {
  /** How many may be open at once; further ones are refused. */
  readonly limit: number
  readonly open: (socket: WebSocket) => void
}
export type SocketHandlers = Readonly<Record<string, SocketHandler>>

/** The server of the window: this machine only, a port of the system's choice, nothing without the session's cookie. */
export class LoopbackServer {
  private readonly server: Server
  private readonly sockets: WebSocketServer
  private readonly gate: SessionGate
  private readonly strangers: StrangerLimit
  private readonly openSockets = new Map<SocketHandler, number>()

  private constructor(
    server: Server,
    port: number,
    files: PageFiles,
    handlers: SocketHandlers,
    strangers: StrangerLimit,
  ) {
    this.server = server
    this.strangers = strangers
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

  /** @param patienceMs how long a connection may stay that has not shown the session's cookie. */
  static async start(files: PageFiles, handlers: SocketHandlers, patienceMs?: number): Promise<LoopbackServer> {
    const server = createServer()
    const strangers = new StrangerLimit(patienceMs)
    server.maxConnections = MAX_CONNECTIONS
    server.on('connection', (socket) => strangers.own(socket))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.')
    return new LoopbackServer(server, address.port, files, handlers, strangers)
  }

  /** Works once; while it is unused it stays the same. */
  get entrance(): string {
    return this.gate.entrance
  }

  /** An address for one more window, which works once. */
  newEntrance(): string {
    return this.gate.newEntrance()
  }

  async dispose(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate()
    this.sockets.close()
    this.strangers.dispose()
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.server.closeAllConnections()
    await closed
  }

  private async answer(request: IncomingMessage, response: ServerResponse, files: PageFiles): Promise<void> {
    // The client may have disconnected before the answer is ready.
    response.on('error', () => undefined)
    const url = addressOf(request)
    if (url === undefined) {
      refuse(response)
      return
    }
    if (url.pathname === '/enter' && request.method === 'GET') {
      const cookie = this.gate.enter(gateRequest(request), url.searchParams.get('token') ?? '')
      if (cookie === undefined) refuse(response)
      else welcome(request, response, cookie)
      return
    }
    if (!this.gate.admitsRequest(gateRequest(request))) {
      refuse(response)
      return
    }
    this.strangers.recognise(request.socket)
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
      refuseUpgrade(socket, '403 Forbidden')
      return
    }
    const open = this.openSockets.get(handler) ?? 0
    if (open >= handler.limit) {
      refuseUpgrade(socket, '503 Service Unavailable')
      return
    }
    if (socket instanceof Socket) this.strangers.recognise(socket)
    this.openSockets.set(handler, open + 1)
    socket.once('close', () => this.openSockets.set(handler, (this.openSockets.get(handler) ?? 1) - 1))
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A broken connection ends in `close`; the event exists so that it does not throw.
      webSocket.on('error', () => undefined)
      handler.open(webSocket)
    })
  }
}

/** Nothing more is read of it, and it is gone as soon as the answer is sent. */
function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy())
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

/**
 * Leads to the page. A browser that comes from a file of ours (`Sec-Fetch-Site: cross-site`) would follow a redirect
 * without the new cookie, which is only sent to navigations that begin here: there the page itself goes on.
 */
function welcome(request: IncomingMessage, response: ServerResponse, cookie: string): void {
  const headers = { ...SECURITY_HEADERS, 'set-cookie': cookie }
  if (request.headers['sec-fetch-site'] !== 'cross-site') {
    response.writeHead(302, { ...headers, location: '/' }).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8', refresh: '0; url=/' }).end()
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .end('This address was used already or is not complete: start Cocanvas again and open the new one.')
}
