import { readFileSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser, type DoubleBrowser } from '../browser/launch-browser.ts'
import { WindowServer } from './window-server.ts'

/** What all parts of the double share: the browser, the server of its pages, the scripts that go into them. */
export class DoubleRuntime {
  readonly server = new WindowServer()
  readonly windowScripts = readFileSync(path.join(import.meta.dirname, 'window-scripts.js'), 'utf8')
  private started: DoubleBrowser | undefined
  readonly ready: Promise<void>
  /** Resolves when the first window has loaded its page. */
  readonly firstWindow: Promise<void>
  private windowLoaded: () => void = () => undefined

  constructor() {
    this.firstWindow = new Promise((resolve) => {
      this.windowLoaded = resolve
    })
    this.ready = this.start()
  }

  get browser(): DoubleBrowser {
    if (this.started === undefined) throw new Error('Electron cannot open windows before the app is ready.')
    return this.started
  }

  get isReady(): boolean {
    return this.started !== undefined
  }

  noteWindowLoaded(): void {
    this.windowLoaded()
  }

  dispose(): void {
    this.started?.close()
    this.server.close()
  }

  private async start(): Promise<void> {
    await this.server.start()
    this.started = await launchBrowser()
    await this.started.connection.browser.send('Target.setDiscoverTargets', { discover: true })
  }
}

export const runtime = new DoubleRuntime()
