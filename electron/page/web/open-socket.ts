import { decodeMessage, encodeMessage } from '../../wire/binary-message.ts'

/** A WebSocket at the page's own origin that carries values with pixels. */
export interface ValueSocket {
  readonly send: (value: object) => void
  /** Called for every value until the socket closes. */
  onValue(listener: (value: unknown) => void): void
  onClose(listener: () => void): void
  readonly close: () => void
}

/** Resolves once it is open. @throws Error when the server refuses or is gone. */
export function openSocket(path: string): Promise<ValueSocket> {
  // eslint-disable-next-line no-restricted-globals -- the page's own origin: the server on this machine that sent the page
  const socket = new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')))
  socket.binaryType = 'arraybuffer'
  return new Promise((resolve, reject) => {
    const values: ValueSocket = {
      send: (value) => {
        if (socket.readyState === socket.OPEN) socket.send(encodeMessage(value))
      },
      onValue: (listener) =>
        socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          if (data instanceof ArrayBuffer) listener(decodeMessage(new Uint8Array(data)))
        }),
      onClose: (listener) => socket.addEventListener('close', () => listener()),
      close: () => socket.close(),
    }
    socket.addEventListener('open', () => resolve(values))
    socket.addEventListener('error', () => reject(new Error('The server of this page does not answer.')))
  })
}
