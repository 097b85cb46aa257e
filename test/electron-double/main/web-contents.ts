import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { WebSocket } from 'ws'
import { decodeMessage, encodeMessage } from '../../../electron/wire/binary-message.ts'
import { emitsOnly } from '../strict.ts'
import type { ToMain, ToWindow } from '../window/frame.ts'
import { runtime } from './double-runtime.ts'
import { ExportedPorts } from './exported-ports.ts'
import { answerInvoke } from './ipc-main.ts'
import { takePorts } from './message-port.ts'

const EVENTS = ['will-frame-navigate', 'will-redirect', 'will-attach-webview', 'render-process-gone'] as const

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** One window's contents: IPC and ports over the window's socket. */
export class WebContentsDouble
  extends EventEmitter<Record<(typeof EVENTS)[number], [unknown]>>
  implements Pick<Electron.WebContents, 'send' | 'postMessage' | 'setWindowOpenHandler' | 'reload'>
{
  readonly socketPath: string
  readonly strictSelf: WebContentsDouble
  private socket: WebSocket | undefined
  private address = ''
  private readonly ports = new ExportedPorts(
    (port, data) => this.transmit({ type: 'port', port, data }),
    (port) => this.transmit({ type: 'port-closed', port }),
  )
  private readonly reloadPage: () => void
  // Electron opens what nobody denies.
  private windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' })

  constructor(wrap: (contents: WebContentsDouble) => WebContentsDouble, reloadPage: () => void) {
    super()
    emitsOnly('webContents', this, EVENTS)
    this.strictSelf = wrap(this)
    this.reloadPage = reloadPage
    this.socketPath = runtime.server.addWindow((socket) => this.connect(socket))
  }

  /** Dropped before the page listens, like the real one. */
  send(channel: string, ...input: readonly unknown[]): void {
    this.transmit({ type: 'send', channel, input: structuredClone(input), ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    const ports = takePorts(transfer).map((end) => this.ports.export(end))
    this.transmit({ type: 'send', channel, input: [structuredClone(message)], ports })
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }

  reload(): void {
    this.reloadPage()
  }

  /** The page's address as the app knows it. */
  noteAddress(address: string): void {
    this.address = address
  }

  /** Asks the app about a navigation that the page itself has begun. */
  mayNavigate(url: string): boolean {
    const answer = { prevented: false }
    this.emit('will-frame-navigate', { url, isMainFrame: true, preventDefault: () => (answer.prevented = true) })
    return !answer.prevented
  }

  /** Asks the app about a window that the page wants to open. */
  mayOpen(url: string): boolean {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '' } }
    return this.windowOpenHandler(details as Electron.HandlerDetails).action === 'allow'
  }

  noteCrash(): void {
    this.ports.closeAll()
    this.emit('render-process-gone', { preventDefault: () => undefined })
  }

  private connect(socket: WebSocket): void {
    // A new page of the same window: what belonged to the old one is gone.
    this.ports.closeAll()
    this.socket = socket
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) void this.receive(decodeMessage(data) as ToMain)
    })
    socket.on('close', () => {
      if (this.socket === socket) this.ports.closeAll()
    })
  }

  private async receive(message: ToMain): Promise<void> {
    if (message.type === 'port') this.ports.receive(message.port, message.data)
    else if (message.type === 'port-closed') this.ports.close(message.port)
    else {
      const event = { sender: this.strictSelf, senderFrame: { url: this.address } }
      this.transmit(await answerInvoke(message.id, message.channel, event, message.input))
    }
  }

  private transmit(message: ToWindow): void {
    if (this.socket?.readyState === this.socket?.OPEN) this.socket?.send(encodeMessage(message))
  }
}
