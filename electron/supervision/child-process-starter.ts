import { fork } from 'node:child_process'
import { HOST_HEAP } from '../contract/host-heap.ts'
import type { HostConnection, HostStarter } from './host-starter.ts'

/** The end of what a dying host said, enough for its last words. */
const KEPT_OUTPUT = 2000

/** Runs the host as a child process of Node, its output kept out of the user's terminal. */
export class ChildProcessStarter implements HostStarter {
  readonly #entry: string

  /** @param entry path of the host's script */
  constructor(entry: string) {
    this.#entry = entry
  }

  start(): HostConnection {
    // 'advanced' carries typed arrays. Native libraries write warnings to stderr that mean nothing to a user.
    const child = fork(this.#entry, [], {
      serialization: 'advanced',
      env: { ...process.env, ...(process.platform === 'linux' ? HOST_HEAP : {}) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Out of the terminal's reach: Ctrl-C asks this process, which ends the host in good order. On Windows a detached
      // process would open a window of its own.
      detached: process.platform !== 'win32',
    })
    let lastWords = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-KEPT_OUTPUT)
    })
    const ended = new Promise<string>((resolve) => {
      // For good: a later one, such as that of a failed kill, would otherwise end this process.
      child.on('error', (error) => resolve(error.message))
      child.once('exit', (code, signal) => resolve(describeEnd(code, signal, lastWords)))
    })
    return {
      port: {
        // Without a callback, a host that died a moment ago would raise an error event.
        send: (message) => {
          if (child.connected) child.send(message, () => undefined)
        },
        subscribe: (listener) => {
          child.on('message', listener)
          return () => child.off('message', listener)
        },
        close: () => {
          if (child.connected) child.disconnect()
        },
      },
      ended,
      processId: child.pid,
      kill: () => child.kill('SIGKILL'),
    }
  }
}

function describeEnd(code: number | null, signal: string | null, lastWords: string): string {
  const how = signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`
  const error = /^(?:\w*Error.*)$/m.exec(lastWords)?.[0]
  return error === undefined ? how : `${how}: ${error}`
}
