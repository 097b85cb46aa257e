import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { callOutcomeSchema } from '../../electron/contract/call-outcome.ts'
import { serverMessageSchema, WEB_SHELL_PATHS } from '../../electron/contract/web-shell-protocol.ts'
import { decodeMessage, encodeMessage } from '../../electron/wire/binary-message.ts'

/** The built web shell as a process, and how to get in. */
export class ShellProcess {
  readonly port: number
  private readonly child: ChildProcess
  private readonly entrance: URL
  private readonly ended: Promise<unknown>

  private constructor(child: ChildProcess, entrance: URL) {
    this.child = child
    this.entrance = entrance
    this.port = Number(entrance.port)
    this.ended = once(child, 'exit')
  }

  /** @throws Error when it ends before it serves */
  static async start(root: string, dataFolder: string): Promise<ShellProcess> {
    const child = spawn(process.execPath, [path.join(root, 'dist/web-shell.js'), '--no-window'], {
      env: { ...process.env, COCANVAS_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address !== undefined) return new ShellProcess(child, new URL(address))
    }
    throw new Error(`The web shell ended before it served: ${complaints}`)
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** The session's cookie, which the first caller gets. */
  async enter(): Promise<string> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(this.entrance, resolve).once('error', reject)
    })
    answer.resume()
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie === undefined) throw new Error('The door stays shut.')
    return cookie
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.child.kill(signal)
    await this.ended
  }
}

/** A page of the web shell, played by a program. */
export class ShellPage {
  private readonly socket: WebSocket
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private lastId = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('The shell is gone.'))
      this.waiting.clear()
    })
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.receive(decodeMessage(data))
    })
  }

  static async open(shell: ShellProcess): Promise<ShellPage> {
    const authority = `127.0.0.1:${shell.port}`
    const headers = { cookie: await shell.enter(), origin: `http://${authority}` }
    const socket = new WebSocket(`ws://${authority}${WEB_SHELL_PATHS.shell}`, { headers, perMessageDeflate: false })
    await once(socket, 'open')
    return new ShellPage(socket)
  }

  /** @throws Error with the shell's sentence, or when the shell ends before it answers */
  call(name: string, ...input: readonly unknown[]): Promise<unknown> {
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      if (this.socket.readyState !== this.socket.OPEN) {
        reject(new Error('The shell is gone.'))
        return
      }
      this.waiting.set(id, { resolve, reject })
      this.socket.send(encodeMessage({ type: 'call', id, name, input }))
    })
  }

  private receive(value: unknown): void {
    const { data: message } = serverMessageSchema.safeParse(value)
    if (message?.type !== 'answer') return
    const outcome = callOutcomeSchema.parse(message.outcome)
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (outcome.ok) waiting?.resolve(outcome.value)
    else waiting?.reject(new Error(outcome.message))
  }
}
