import { EventEmitter } from 'node:events'
import { emitsOnly, strict } from '../strict.ts'
import type { FromUtility, ToUtility } from './utility-message.ts'

/** Loaded before a utility process's own script: gives it `process.parentPort`. */
const send = (message: FromUtility): void => {
  if (process.connected) process.send?.(message, undefined, {}, () => undefined)
}

class RemotePort extends EventEmitter<{ message: [{ data: unknown; ports: never[] }]; close: [] }> {
  private readonly waiting: unknown[] = []
  private readonly port: number
  private started = false

  constructor(port: number) {
    super()
    emitsOnly('MessagePortMain', this, ['message', 'close'])
    this.port = port
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    refuseTransfer(transfer)
    send({ type: 'port', port: this.port, data })
  }

  start(): void {
    this.started = true
    for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  close(): void {
    send({ type: 'port-closed', port: this.port })
  }

  receive(data: unknown): void {
    if (this.started) this.emit('message', { data, ports: [] })
    else this.waiting.push(data)
  }
}

class ParentPort extends EventEmitter {
  private readonly waiting: { data: unknown; ports: RemotePort[] }[] = []

  constructor() {
    super()
    emitsOnly('process.parentPort', this, ['message'])
    // Real utility processes queue until somebody listens.
    this.on('newListener', (name) => {
      if (name === 'message')
        process.nextTick(() => this.waiting.splice(0).forEach((message) => this.emit('message', message)))
    })
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    refuseTransfer(transfer)
    send({ type: 'message', data })
  }

  receive(message: { data: unknown; ports: RemotePort[] }): void {
    if (this.listenerCount('message') > 0) this.emit('message', message)
    else this.waiting.push(message)
  }
}

/** A utility process of Cocanvas makes no ports, so that whatever it would transfer is something else. */
function refuseTransfer(transfer: readonly unknown[]): void {
  if (transfer.length > 0) throw new TypeError('Electron transfers only MessagePortMain; copy everything else.')
}

const ports = new Map<number, RemotePort>()
const parentPort = new ParentPort()
process.on('message', (message) => {
  const received = message as ToUtility
  if (received.type === 'port') ports.get(received.port)?.receive(received.data)
  else if (received.type === 'port-closed') ports.get(received.port)?.emit('close')
  else {
    const given = received.ports.map((number) => {
      const port = new RemotePort(number)
      ports.set(number, port)
      return strict('MessagePortMain', port)
    })
    parentPort.receive({ data: received.data, ports: given })
  }
})
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: strict('process.parentPort', parentPort) })
