import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type Electron from 'electron'
import { strict } from '../strict.ts'
import { BrowserWindowDouble } from './browser-window.ts'
import { runtime } from './double-runtime.ts'
import { UtilityProcessDouble } from './utility-process.ts'

type AppEvents = Record<
  'open-file' | 'second-instance' | 'before-quit' | 'window-all-closed' | 'will-quit' | 'quit',
  unknown[]
>

const event = { preventDefault: () => undefined }

/** `app`, with the order of events of the real one. */
class AppDouble
  extends EventEmitter<AppEvents>
  implements
    Pick<
      Electron.App,
      'isPackaged' | 'whenReady' | 'quit' | 'setPath' | 'getVersion' | 'getLocale' | 'requestSingleInstanceLock'
    >
{
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1'
  private readonly paths = new Map<string, string>()

  whenReady(): Promise<void> {
    return runtime.ready
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    this.paths.set(name, folder)
  }

  getVersion(): string {
    const folder = process.env['ELECTRON_DOUBLE_APP'] ?? process.cwd()
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return manifest.version
  }

  getLocale(): string {
    return 'en-US'
  }

  /** Each test has its own data folder, so each instance is the single one. */
  requestSingleInstanceLock(): boolean {
    return true
  }

  quit(): void {
    this.emit('before-quit', event)
    if (BrowserWindowDouble.closeAll()) this.end()
  }

  /** After the last window. */
  end(): void {
    this.emit('will-quit', event)
    this.emit('quit', event, 0)
    UtilityProcessDouble.killAll()
    runtime.dispose()
    process.exit(0)
  }
}

const plain = new AppDouble()
BrowserWindowDouble.onAllClosed(() => plain.emit('window-all-closed'))

export const app = strict('app', plain)
