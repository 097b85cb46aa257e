import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchBrowser, type DoubleBrowser } from '../browser/launch-browser.ts'
import { WindowServer } from './window-server.ts'

/** What all parts of the double share: the browser, the server of its pages, the scripts that go into them. */
export class DoubleRuntime {
  readonly server = new WindowServer()
  readonly windowScripts = readFileSync(path.join(import.meta.dirname, 'window-scripts.js'), 'utf8')
  /** Where Chromium keeps its files; the app may move it until it is ready. */
  userData = path.join(tmpdir(), `electron-double-${process.pid}`)
  readonly ready: Promise<void>
  /** Resolves when the first window has loaded its page. */
  readonly firstWindow: Promise<void>
  private started: DoubleBrowser | undefined
  private becomeReady: (start: Promise<void>) => void = () => undefined
  private windowLoaded: () => void = () => undefined

  constructor() {
    this.firstWindow = new Promise((resolve) => {
      this.windowLoaded = resolve
    })
    this.ready = new Promise((resolve) => {
      this.becomeReady = resolve
    })
  }

  get browser(): DoubleBrowser {
    if (this.started === undefined) throw new Error('Electron cannot open windows before the app is ready.')
    return this.started
  }

  get isReady(): boolean {
    return this.started !== undefined
  }

  /** To be called when the app's main script has run, as Electron does. */
  start(): void {
    this.becomeReady(this.launch())
  }

  noteWindowLoaded(): void {
    this.windowLoaded()
  }

  dispose(): void {
    this.started?.close()
    this.server.close()
  }

  private async launch(): Promise<void> {
    await this.server.start()
    const browser = await launchBrowser(path.join(this.userData, 'browser'))
    await browser.connection.browser.send('Target.setDiscoverTargets', { discover: true })
    this.started = browser
  }
}

export const runtime = new DoubleRuntime()
