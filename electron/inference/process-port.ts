import type { HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'
import { ownArrays } from './own-arrays.ts'

/** The channel to the parent process; large messages leave it piece by piece, while the event loop turns. */
export interface ProcessPort extends Port<HostMessage, unknown> {
  /** Resolves once the parent can read everything sent so far, or is gone. */
  flushed(): Promise<void>
}

/** This process's IPC channel as a port. Start the child with `serialization: 'advanced'`, or typed arrays become text. */
export function processPort(): ProcessPort {
  let lastSent: Promise<void> = Promise.resolve()
  return {
    send: (message) => {
      if (!process.connected) return
      lastSent = new Promise((resolve) => {
        // Without the callback a vanished parent would raise an error event; `disconnect` ends this process instead.
        process.send?.(message, undefined, {}, () => resolve())
      })
    },
    flushed: () => lastSent,
    subscribe: (listener) => {
      const receive = (message: unknown): void => listener(ownArrays(message))
      process.on('message', receive)
      return () => process.off('message', receive)
    },
    close: () => {
      if (process.connected) process.disconnect()
    },
  }
}
