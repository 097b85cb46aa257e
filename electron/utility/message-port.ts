import type { MessageEvent, MessagePortMain } from 'electron'
import type { HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'

/** Electron's port as ours. Nothing is transferred: Electron loses transferred buffers, so pixels are copied. */
export function messagePortOf(port: MessagePortMain): Port<HostMessage, unknown> {
  return {
    send: (message) => port.postMessage(message),
    subscribe: (listener) => {
      const receive = (event: MessageEvent): void => listener(event.data)
      port.on('message', receive)
      return () => port.off('message', receive)
    },
    close: () => port.close(),
  }
}
