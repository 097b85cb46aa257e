import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type Electron from 'electron'
import { emitsOnly, knowsOnly, strict } from '../strict.ts'
import type { FromUtility, ToUtility } from '../utility/utility-message.ts'
import { runtime } from './double-runtime.ts'
import { ExportedPorts } from './exported-ports.ts'
import { takePorts } from './message-port.ts'

const shim = path.join(import.meta.dirname, 'utility-shim.js')
const running = new Set<ChildProcess>()

/** A forked process of Node that believes to be a utility process. */
class UtilityProcessDouble
  extends EventEmitter<{ exit: [number]; message: [unknown]; spawn: [] }>
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid'>
{
  private readonly child: ChildProcess
  private readonly ports: ExportedPorts

  constructor(child: ChildProcess) {
    super()
    emitsOnly('UtilityProcess', this, ['exit', 'message', 'spawn'])
    this.child = child
    running.add(child)
    this.ports = new ExportedPorts(
      (port, data) => this.send({ type: 'port', port, data }),
      (port) => this.send({ type: 'port-closed', port }),
    )
    child.once('spawn', () => this.emit('spawn'))
    child.on('message', (message) => this.receive(message as FromUtility))
    child.once('exit', (code) => {
      running.delete(child)
      this.ports.closeAll()
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.send({
      type: 'message',
      data: structuredClone(data),
      ports: takePorts(transfer).map((end) => this.ports.export(end)),
    })
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

/** `utilityProcess`; a script that does not exist is refused at once, where the real one only ends with a code. */
export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath: string, input: string[] = [], options: Electron.ForkOptions = {}) => {
    if (!runtime.isReady) throw new Error('utilityProcess cannot be created before app is ready.')
    knowsOnly('ForkOptions', options, ['serviceName', 'stdio'])
    if (!existsSync(modulePath)) throw new Error(`There is no script ${modulePath} for a utility process.`)
    // What the app does not want to hear is heard by whoever looks for a fault in it.
    const silent = options.stdio === 'ignore' && process.env['ELECTRON_DOUBLE_VERBOSE'] === undefined
    const stdio = silent ? ('ignore' as const) : ('inherit' as const)
    const child = fork(modulePath, input, {
      serialization: 'advanced',
      execArgv: ['--import', shim],
      stdio: ['ignore', stdio, stdio, 'ipc'],
    })
    return strict('UtilityProcess', new UtilityProcessDouble(child))
  },
} satisfies Partial<Record<keyof typeof Electron.utilityProcess, unknown>>)

/** Ends whatever is left when the app quits. */
export function killUtilityProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}
