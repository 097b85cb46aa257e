import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { ELECTRON_CHANNELS } from '../contract/electron-bridge.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { ShellEvents } from '../contract/shell-api.ts'
import { RestartBudget } from '../services/inference/restart-budget.ts'

/** Starts the window's inference host and puts the two in touch; what they say to each other never passes here. */
export class InferenceLauncher {
  private readonly entry: string
  private readonly stopped: (event: ShellEvents['inferenceStopped']) => void
  private readonly budget = new RestartBudget()
  private host: UtilityProcess | undefined

  /**
   * @param entry the built host, outside the asar
   * @param stopped called when a host ended by itself
   */
  constructor(entry: string, stopped: (event: ShellEvents['inferenceStopped']) => void) {
    this.entry = entry
    this.stopped = stopped
  }

  /**
   * A fresh host for a window; the one before ends.
   *
   * @param configuration what the host works with, whatever its window asks for: folders are the main process's alone
   */
  connect(window: WebContents, connectionId: number, configuration: HostConfiguration): void {
    this.dispose()
    const host = utilityProcess.fork(this.entry, [], { serviceName: 'Cocanvas inference', stdio: 'ignore' })
    this.host = host
    host.once('exit', () => {
      if (this.host !== host) return
      this.host = undefined
      this.stopped({ reason: this.budget.noteEnd() })
    })
    const { port1, port2 } = new MessageChannelMain()
    host.postMessage({ type: 'connect', configuration }, [port1])
    window.postMessage(ELECTRON_CHANNELS.inferencePort, connectionId, [port2])
  }

  /** Ends the host; the window connects again. */
  restart(): void {
    this.dispose()
    this.stopped({ reason: 'ended' })
  }

  dispose(): void {
    const host = this.host
    this.host = undefined
    host?.kill()
  }
}
