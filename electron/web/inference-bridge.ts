import type { ShellEvents } from '../contract/shell-api.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { HostProcess } from '../services/inference/host-process.ts'
import { exitMessage, RestartBudget } from '../services/inference/restart-budget.ts'
import type { ValueChannel } from './value-channel.ts'

/** Connects pages with inference hosts: one host per connection, ended with it. */
export class InferenceBridge {
  private readonly startHost: () => HostProcess
  private readonly configuration: () => Promise<HostConfiguration>
  private readonly stopped: (event: ShellEvents['inferenceStopped']) => void
  private readonly budget = new RestartBudget()
  private readonly hosts = new Map<HostProcess, ValueChannel>()

  /** @param stopped tells the pages that a host ended by itself. */
  constructor(
    startHost: () => HostProcess,
    configuration: () => Promise<HostConfiguration>,
    stopped: (event: ShellEvents['inferenceStopped']) => void,
  ) {
    this.startHost = startHost
    this.configuration = configuration
    this.stopped = stopped
  }

  connect(channel: ValueChannel): void {
    const host = this.startHost()
    this.hosts.set(host, channel)
    // The configuration is the first message of a connection; what the page sends comes after it.
    const configured = this.configuration().then((configuration) => channel.send(configuration))
    host.onMessage((message) => {
      if (typeof message === 'object' && message !== null) void configured.then(() => channel.send(message))
    })
    channel.onValue((value) => host.send(value))
    host.onExit(() => {
      this.hosts.delete(host)
      const willRestart = this.budget.spend()
      this.stopped({ message: exitMessage(willRestart), willRestart })
      channel.close()
    })
    channel.onClose(() => {
      if (this.hosts.delete(host)) host.dispose()
    })
  }

  /** Ends every host; the pages connect again. */
  restart(): void {
    for (const [host, channel] of this.hosts) {
      host.dispose()
      channel.close()
    }
    this.hosts.clear()
    this.stopped({ message: exitMessage(true), willRestart: true })
  }

  dispose(): void {
    for (const host of this.hosts.keys()) host.dispose()
    this.hosts.clear()
  }
}
