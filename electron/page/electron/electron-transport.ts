import { z } from 'zod'
import { ELECTRON_CHANNELS, type ElectronBridge } from '../../contract/electron-bridge.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import { hostConfigurationSchema } from '../../contract/inference-protocol.ts'
import type { InferenceConnection } from '../../contract/shell-api.ts'
import { shellMethods, type ShellMethodName } from '../../contract/shell-methods.ts'
import { InferencePort } from '../inference-port.ts'
import type { ShellTransport } from '../shell-transport.ts'

const portMessageSchema = z.object({ type: z.literal(ELECTRON_CHANNELS.inferencePort), connectionId: z.number() })

/** Electron's shell through what the preload script exposes. */
export class ElectronTransport implements ShellTransport {
  private readonly bridge: ElectronBridge
  private readonly waiting = new Map<number, (port: MessagePort) => void>()
  private lastConnection = 0

  constructor(bridge: ElectronBridge) {
    this.bridge = bridge
    window.addEventListener('message', (event) => this.receivePort(event))
  }

  async call(name: string, input: readonly unknown[]): Promise<unknown> {
    if (!isMethodName(name)) throw new CocanvasError('protocol', `There is no method called ${name}.`)
    return this.bridge.calls[name](input)
  }

  onEvent(listener: (name: string, event: unknown) => void): void {
    this.bridge.onEvent(listener)
  }

  async connectInference(): Promise<InferenceConnection> {
    const connectionId = ++this.lastConnection
    // Listen first: the port may arrive before the answer.
    const arrival = new Promise<MessagePort>((resolve) => this.waiting.set(connectionId, resolve))
    const configuration = hostConfigurationSchema.safeParse(await this.bridge.connectInference(connectionId))
    if (!configuration.success) {
      throw new CocanvasError(
        'host-unavailable',
        'The part of Cocanvas that makes pictures cannot start: reinstall Cocanvas.',
      )
    }
    const channel = await arrival
    const port = new InferencePort(
      (message) => channel.postMessage(message),
      () => channel.close(),
    )
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => port.receive(data))
    channel.start()
    return { port, configuration: configuration.data }
  }

  private receivePort(event: MessageEvent<unknown>): void {
    const { data: message } = portMessageSchema.safeParse(event.data)
    const [port] = event.ports
    if (event.source !== window || message === undefined || port === undefined) return
    this.waiting.get(message.connectionId)?.(port)
    this.waiting.delete(message.connectionId)
  }
}

function isMethodName(name: string): name is ShellMethodName {
  return Object.hasOwn(shellMethods, name)
}
