import type { ClientMessage, HostMessage } from '../../../../electron/contract/inference-protocol.ts'
import type { Port } from '../../../../electron/contract/port.ts'
import type { HostConnection, HostStarter } from '../../../../electron/supervision/host-starter.ts'
import type { StartTimer } from '../../../../electron/client/host-link.ts'

/** A host whose every move is made by the test. Messages travel at once. */
export class ScriptedHost implements HostConnection {
  readonly received: ClientMessage[] = []
  killed = false
  readonly port: Port<ClientMessage, unknown>
  readonly ended: Promise<string>
  readonly #listeners = new Set<(message: unknown) => void>()
  #end: (reason: string) => void = () => undefined

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    this.port = {
      send: (message) => {
        this.received.push(message)
        if (message.type === 'dispose') this.#end('disposed')
      },
      subscribe: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
      close: () => undefined,
    }
  }

  says(message: HostMessage | object): void {
    for (const listener of this.#listeners) listener(message)
  }

  isReady(): void {
    this.says({ type: 'ready', protocolVersion: 1, runtimeVersion: 'scripted', availableProviders: ['cpu'] })
  }

  /** Dies by itself; resolves when that is known. */
  async crashes(): Promise<void> {
    this.#end('exit code 139')
    await this.ended
  }

  kill(): void {
    this.killed = true
    this.#end('killed')
  }

  /** Types of what it was told after the greeting. */
  get told(): readonly string[] {
    return this.received
      .slice(1)
      .map((message) => ('jobId' in message ? `${message.type} ${message.jobId}` : message.type))
  }
}

/** Starts scripted hosts and keeps them all. */
export class ScriptedStarter implements HostStarter {
  readonly hosts: ScriptedHost[] = []

  start(): HostConnection {
    const host = new ScriptedHost()
    this.hosts.push(host)
    return host
  }

  /** The newest host. */
  get host(): ScriptedHost {
    const host = this.hosts.at(-1)
    if (host === undefined) throw new Error('no host was started')
    return host
  }
}

/** Timers that fire when the test says so. */
export class ManualTimers {
  readonly #running = new Map<object, { readonly milliseconds: number; readonly callback: () => void }>()

  readonly start: StartTimer = (milliseconds, callback) => {
    const key = {}
    this.#running.set(key, { milliseconds, callback })
    return () => this.#running.delete(key)
  }

  /** Fires the timer of a duration. @throws when none runs, since a test that fires nothing proves nothing */
  fire(milliseconds: number): void {
    const found = [...this.#running].find(([, timer]) => timer.milliseconds === milliseconds)
    if (found === undefined) throw new Error(`no timer of ${String(milliseconds)} ms runs`)
    this.#running.delete(found[0])
    found[1].callback()
  }

  get durations(): readonly number[] {
    return [...this.#running.values()].map(({ milliseconds }) => milliseconds)
  }
}
