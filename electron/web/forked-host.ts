import { fork } from 'node:child_process'
import type { HostProcess } from '../services/inference/host-process.ts'

/** Starts the inference host as a child process of Node. @param file the built host. */
export function forkHost(file: string): HostProcess {
  // 'advanced' carries typed arrays; the host's own output belongs on this terminal.
  const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  let ended = false
  const exitListeners: (() => void)[] = []
  const end = (): void => {
    if (ended) return
    ended = true
    for (const listener of exitListeners) listener()
  }
  child.once('exit', end)
  child.once('error', end)
  return {
    send: (message) => {
      if (child.connected && typeof message === 'object' && message !== null) child.send(message)
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => exitListeners.push(listener),
    dispose: () => {
      ended = true
      child.kill('SIGKILL')
    },
  }
}
