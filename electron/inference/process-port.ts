import type { HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'

/** This process's IPC channel as a port. Start the child with `serialization: 'advanced'`, or typed arrays become text. */
export function processPort(): Port<HostMessage, unknown> {
  return {
    send: (message) => {
      // Without the callback a vanished parent would raise an error event; `disconnect` ends this process instead.
      if (process.connected) process.send?.(message, undefined, {}, () => undefined)
    },
    subscribe: (listener) => {
      process.on('message', listener)
      return () => process.off('message', listener)
    },
    close: () => {
      if (process.connected) process.disconnect()
    },
  }
}
