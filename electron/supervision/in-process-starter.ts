import type { ClientMessage, HostMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'
import type { HostConnection, HostStarter } from './host-starter.ts'
import { memoryPorts } from './memory-ports.ts'

/** Serves a port; calls `ended` when it is done with it. */
export type ServePort = (port: Port<HostMessage, unknown>, ended: () => void) => void

/** Runs the host inside this process: for tests, and where no second process can be had. It cannot be interrupted. */
export class InProcessStarter implements HostStarter {
  readonly #serve: ServePort

  constructor(serve: ServePort) {
    this.#serve = serve
  }

  start(): HostConnection {
    const [clientEnd, hostEnd] = memoryPorts<ClientMessage, HostMessage>()
    const { promise: ended, resolve } = promiseWithResolve()
    this.#serve(hostEnd, () => resolve('disposed'))
    return {
      port: clientEnd,
      ended,
      kill: () => {
        clientEnd.close()
        resolve('killed')
      },
    }
  }
}

function promiseWithResolve(): { promise: Promise<string>; resolve: (reason: string) => void } {
  let settle: (reason: string) => void = () => undefined
  const promise = new Promise<string>((resolve) => {
    settle = resolve
  })
  return { promise, resolve: (reason) => settle(reason) }
}
