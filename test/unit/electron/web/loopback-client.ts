import { request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { WebSocket } from 'ws'

/** An answer of the server. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a program on this machine may send; a path is sent as it is, which no browser would do. */
export interface Question {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
}

/** Asks a server on the loopback. */
export function ask(port: number, { path, headers = {}, method = 'GET' }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const question = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject)
    })
    question.once('error', reject)
    question.end()
  })
}

/** Opens a socket. @returns it, or the status with which it was refused. */
export function connect(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, perMessageDeflate: false })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}
