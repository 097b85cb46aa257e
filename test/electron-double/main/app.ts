import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type Electron from 'electron'
import { emitsOnly, strict } from '../strict.ts'
import { closeAllWindows, onAllWindowsClosed } from './browser-window.ts'
import { runtime } from './double-runtime.ts'
import { claimInstance } from './single-instance.ts'
import { killUtilityProcesses } from './utility-process.ts'

const EVENTS = ['open-file', 'second-instance', 'before-quit', 'window-all-closed', 'will-quit', 'quit'] as const

const event = { preventDefault: () => undefined }

/** `app`, with the order of events of the real one. */
class AppDouble
  extends EventEmitter<Record<(typeof EVENTS)[number], unknown[]>>
  implements
    Pick<
      Electron.App,
      | 'isPackaged'
      | 'whenReady'
      | 'quit'
      | 'setPath'
      | 'getVersion'
      | 'getLocale'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
    >
{
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1'

  constructor() {
    super()
    emitsOnly('app', this, EVENTS)
  }

  whenReady(): Promise<void> {
    return runtime.ready
  }

  setPath(name: string, folder: string): void {
    if (name !== 'userData') throw new Error(`The double of Electron does not know the path '${name}'.`)
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    if (runtime.isReady) throw new Error('The path of user data is settled once the app is ready.')
    runtime.userData = folder
  }

  getVersion(): string {
    const folder = process.env['ELECTRON_DOUBLE_APP'] ?? process.cwd()
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return manifest.version
  }

  getLocale(): string {
    if (!runtime.isReady) throw new Error('Electron knows the locale only once the app is ready.')
    return 'en-US'
  }

  enableSandbox(): void {
    if (runtime.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  requestSingleInstanceLock(): boolean {
    return claimInstance(runtime.userData, ({ argv, workingFolder }) =>
      this.emit('second-instance', event, argv, workingFolder),
    )
  }

  quit(): void {
    this.emit('before-quit', event)
    if (closeAllWindows()) this.end()
  }

  /** After the last window. */
  end(): void {
    this.emit('will-quit', event)
    this.emit('quit', event, 0)
    killUtilityProcesses()
    runtime.dispose()
    process.exit(0)
  }
}

const plain = new AppDouble()
onAllWindowsClosed(() => plain.emit('window-all-closed'))

export const app = strict('app', plain)
