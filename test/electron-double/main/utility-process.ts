import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type Electron from 'electron'
import type { FromUtility, ToUtility } from '../utility/utility-message.ts'
import { ExportedPorts } from './exported-ports.ts'
import { portsOnly } from './message-port.ts'

const shim = path.join(import.meta.dirname, 'utility-shim.js')

/** A forked process of Node that believes to be a utility process. */
export class UtilityProcessDouble
  extends EventEmitter<{ exit: [number]; message: [unknown]; spawn: [] }>
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'>
{
  private static readonly running = new Set<ChildProcess>()
  private readonly child: ChildProcess
  private readonly ports: ExportedPorts

  private constructor(child: ChildProcess) {
    super()
    this.child = child
    UtilityProcessDouble.running.add(child)
    this.ports = new ExportedPorts(
      (port, data) => this.send({ type: 'port', port, data }),
      (port) => this.send({ type: 'port-closed', port }),
    )
    child.on('message', (message) => this.receive(message as FromUtility))
    child.once('exit', (code) => {
      UtilityProcessDouble.running.delete(child)
      this.ports.closeAll()
      this.emit('exit', code ?? 1)
    })
  }

  static fork(modulePath: string, input: string[] = [], options: Electron.ForkOptions = {}): UtilityProcessDouble {
    const stdio = options.stdio === 'ignore' ? ('ignore' as const) : ('inherit' as const)
    const child = fork(modulePath, input, {
      serialization: 'advanced',
      execArgv: ['--import', shim],
      stdio: ['ignore', stdio, 'inherit', 'ipc'],
    })
    return new UtilityProcessDouble(child)
  }

  /** Ends whatever is left when the app quits. */
  static killAll(): void {
    for (const child of UtilityProcessDouble.running) child.kill('SIGKILL')
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.send({ type: 'message', data, ports: portsOnly(transfer).map((port) => this.ports.export(port)) })
  }

  kill(): boolean {
    return this.child.kill()
  }

  private send(message: ToUtility): void {
    if (this.child.connected) this.child.send(message, () => undefined)
  }

  private receive(message: FromUtility): void {
    if (message.type === 'port') this.ports.receive(message.port, message.data)
    else if (message.type === 'port-closed') this.ports.close(message.port)
    else this.emit('message', message.data)
  }
}
