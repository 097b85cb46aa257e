import type { ShellEvents } from '../contract/shell-api.ts'
import { clientMessageSchema, type ClientMessage, type HostConfiguration } from '../contract/inference-protocol.ts'
import { RestartBudget } from '../services/inference/restart-budget.ts'
import type { HostConnection, HostStarter } from '../supervision/host-starter.ts'
import type { ValueChannel } from './value-channel.ts'

/** Connects pages with inference hosts: one host per connection, ended with it. */
export class InferenceBridge {
  private readonly starter: HostStarter
  private readonly configuration: () => Promise<HostConfiguration>
  private readonly stopped: (event: ShellEvents['inferenceStopped']) => void
  private readonly reportBug: (error: unknown) => void
  private readonly budget = new RestartBudget()
  private readonly hosts = new Map<HostConnection, ValueChannel>()

  /**
   * @param configuration what every host is told, whatever its page asks for: folders are the server's alone
   * @param stopped tells the pages that a host ended by itself
   */
  constructor(
    starter: HostStarter,
    configuration: () => Promise<HostConfiguration>,
    stopped: (event: ShellEvents['inferenceStopped']) => void,
    reportBug: (error: unknown) => void,
  ) {
    this.starter = starter
    this.configuration = configuration
    this.stopped = stopped
    this.reportBug = reportBug
  }

  connect(channel: ValueChannel): void {
    const host = this.startHost()
    if (host === undefined) {
      channel.close()
      return
    }
    this.hosts.set(host, channel)
    // The configuration is the first message of a connection; whatever either side says comes after it.
    const configured = this.configuration().then((configuration) => {
      channel.send(configuration)
      return configuration
    })
    const afterwards = (say: (configuration: HostConfiguration) => void): void =>
      void configured
        .then(say, () => undefined)
        .catch((error: unknown) => {
          this.reportBug(error)
          // Its page would wait for ever for what cannot be carried.
          host.kill()
        })
    configured.catch((error: unknown) => {
      this.reportBug(error)
      channel.close()
    })
    host.port.subscribe((message) => {
      if (typeof message === 'object' && message !== null) afterwards(() => channel.send(message))
    })
    channel.onValue((value) => {
      const { data: message } = clientMessageSchema.safeParse(value)
      if (message !== undefined)
        afterwards((configuration) => host.port.send(underConfiguration(message, configuration)))
    })
    void host.ended.then(() => {
      if (!this.hosts.delete(host)) return
      this.stopped({ reason: this.budget.noteEnd() })
      channel.close()
    })
    channel.onClose(() => {
      if (this.hosts.delete(host)) host.kill()
    })
  }

  /** Undefined where the system has no room for one more process: that is no reason to end the shell and its pages. */
  private startHost(): HostConnection | undefined {
    try {
      return this.starter.start()
    } catch (error) {
      this.reportBug(error)
      return undefined
    }
  }

  /** Ends every host; the pages connect again. */
  restart(): void {
    for (const [host, channel] of this.hosts) {
      host.kill()
      channel.close()
    }
    this.hosts.clear()
    this.stopped({ reason: 'ended' })
  }

  dispose(): void {
    for (const host of this.hosts.keys()) host.kill()
    this.hosts.clear()
  }
}

/** A page may be anybody's who took it over: it is told the configuration, and never tells one. */
function underConfiguration(message: ClientMessage, configuration: HostConfiguration): ClientMessage {
  return message.type === 'hello' ? { ...message, configuration } : message
}
