import { decodeMessage, encodeMessage } from '../../../electron/wire/binary-message.ts'
import type { ToMain, ToWindow } from './frame.ts'

type Listener = (event: { readonly ports: readonly MessagePort[] }, ...input: readonly unknown[]) => void

/** What a preload script may use of `ipcRenderer`. */
export interface IpcRendererDouble {
  invoke(channel: string, ...input: readonly unknown[]): Promise<unknown>
  on(channel: string, listener: Listener): IpcRendererDouble
}

/** `ipcRenderer` over a socket at the page's own origin. */
export function createIpcRenderer(path: string): IpcRendererDouble {
  // eslint-disable-next-line no-restricted-globals -- the double's own page and server, on this machine
  const socket = new WebSocket(`ws://${location.host}${path}`)
  socket.binaryType = 'arraybuffer'
  const unsent: Uint8Array<ArrayBuffer>[] = []
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, Listener[]>()
  const ports = new Map<number, MessagePort>()
  let lastId = 0

  const send = (message: ToMain): void => {
    const bytes = encodeMessage(message)
    if (socket.readyState === socket.OPEN) socket.send(bytes)
    else unsent.push(bytes)
  }
  const receivePort = (port: number): MessagePort => {
    const channel = new MessageChannel()
    ports.set(port, channel.port2)
    channel.port2.onmessage = ({ data }: MessageEvent<unknown>) => send({ type: 'port', port, data })
    channel.port2.addEventListener('close', () => send({ type: 'port-closed', port }))
    return channel.port1
  }
  const receive = (message: ToWindow): void => {
    switch (message.type) {
      case 'reply': {
        const { id, value, error } = message
        if (error === undefined) waiting.get(id)?.resolve(value)
        else waiting.get(id)?.reject(new Error(error))
        waiting.delete(id)
        break
      }
      case 'send': {
        const event = { ports: message.ports.map(receivePort) }
        for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.input)
        break
      }
      case 'port':
        ports.get(message.port)?.postMessage(message.data)
        break
      case 'port-closed':
        ports.get(message.port)?.close()
        ports.delete(message.port)
    }
  }
  socket.addEventListener('open', () => {
    for (const bytes of unsent.splice(0)) socket.send(bytes)
  })
  socket.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) =>
    receive(decodeMessage(new Uint8Array(data)) as ToWindow),
  )

  const ipcRenderer: IpcRendererDouble = {
    invoke: (channel, ...input) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        send({ type: 'invoke', id, channel, input })
      }),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
  }
  return ipcRenderer
}
