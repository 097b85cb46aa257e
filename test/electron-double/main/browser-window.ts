import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import type { CdpSession } from '../browser/cdp-connection.ts'
import { strict } from '../strict.ts'
import type { WindowSettings } from '../window/frame.ts'
import { runtime } from './double-runtime.ts'
import { WebContentsDouble } from './web-contents.ts'

const ISOLATED_WORLD = 'Electron Isolated Context'

type WindowEvents = Record<'close' | 'closed' | 'ready-to-show', [{ preventDefault: () => void }]>

/** A window is a page of the headless browser, with the preload script in a world of its own. */
export class BrowserWindowDouble
  extends EventEmitter<WindowEvents>
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'close'
      | 'show'
      | 'focus'
      | 'restore'
      | 'maximize'
      | 'isMaximized'
      | 'isMinimized'
      | 'isDestroyed'
      | 'getNormalBounds'
    >
{
  private static readonly open = new Set<BrowserWindowDouble>()
  private static allClosed: () => void = () => undefined
  private readonly options: Electron.BrowserWindowConstructorOptions
  private readonly contents: WebContentsDouble
  private readonly page: Promise<CdpSession>
  private targetId = ''
  private destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    requireSandbox(options)
    this.options = options
    this.contents = new WebContentsDouble(
      (contents) => strict('webContents', contents),
      () => void this.page.then((page) => page.send('Page.reload')),
    )
    BrowserWindowDouble.open.add(this)
    this.page = this.createPage()
  }

  /** @param listener called when the last window has closed by itself. */
  static onAllClosed(listener: () => void): void {
    BrowserWindowDouble.allClosed = listener
  }

  /** Asks every window to close. @returns whether all agreed. */
  static closeAll(): boolean {
    for (const window of [...BrowserWindowDouble.open]) window.requestClose(false)
    return BrowserWindowDouble.open.size === 0
  }

  get webContents(): WebContentsDouble {
    return this.contents.strictSelf
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page
    const loaded = new Promise((resolve) => page.once('Page.loadEventFired', resolve))
    this.contents.noteAddress(address)
    const { errorText } = await page.send('Page.navigate', { url: runtime.server.toLoadable(address) })
    if (typeof errorText === 'string') throw new Error(`${errorText} (-2) loading '${address}'`)
    await loaded
    runtime.noteWindowLoaded()
    this.emit('ready-to-show', { preventDefault: () => undefined })
  }

  close(): void {
    this.requestClose(true)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  getNormalBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: this.options.width ?? 800, height: this.options.height ?? 600 }
  }

  isMaximized(): boolean {
    return false
  }

  isMinimized(): boolean {
    return false
  }

  show(): void {
    // A headless page is always shown.
  }

  focus(): void {
    void this.page.then((page) => page.send('Page.bringToFront'))
  }

  restore(): void {
    this.focus()
  }

  maximize(): void {
    // A headless page has no screen to fill.
  }

  private requestClose(tellAllClosed: boolean): void {
    const answer = { prevented: false }
    this.emit('close', { preventDefault: () => (answer.prevented = true) })
    if (answer.prevented) return
    this.destroyed = true
    BrowserWindowDouble.open.delete(this)
    void runtime.browser.connection.browser
      .send('Target.closeTarget', { targetId: this.targetId })
      .catch(() => undefined)
    this.emit('closed', { preventDefault: () => undefined })
    if (tellAllClosed && BrowserWindowDouble.open.size === 0) BrowserWindowDouble.allClosed()
  }

  private async createPage(): Promise<CdpSession> {
    const { connection } = runtime.browser
    const { width = 800, height = 600 } = this.options
    const created = await connection.browser.send('Target.createTarget', { url: 'about:blank', width, height })
    this.targetId = String(created['targetId'])
    const attached = await connection.browser.send('Target.attachToTarget', { targetId: this.targetId, flatten: true })
    const page = connection.session(String(attached['sessionId']))
    await page.send('Page.enable')
    const settings: WindowSettings = { socket: this.contents.socketPath, secret: randomBytes(8).toString('hex') }
    const scripts = runtime.windowScripts
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `if (location.hostname.endsWith('.localhost')) { ${scripts}; electronDouble.installMainWorld(${JSON.stringify(settings)}) }`,
    })
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: this.preloadSource(scripts, settings),
      worldName: ISOLATED_WORLD,
    })
    return page
  }

  private preloadSource(scripts: string, settings: WindowSettings): string {
    const preload = readFileSync(this.options.webPreferences?.preload ?? '', 'utf8')
    return `if (location.hostname.endsWith('.localhost')) { ${scripts}
      ;((require, module, exports) => { ${preload}
      })(electronDouble.installIsolatedWorld(${JSON.stringify(settings)}), { exports: {} }, {}) }`
  }
}

/** What the app must never ask for; the double would not notice the difference. */
function requireSandbox({ webPreferences }: Electron.BrowserWindowConstructorOptions): void {
  const { sandbox, contextIsolation, nodeIntegration } = webPreferences ?? {}
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
    throw new Error('A window of Cocanvas is sandboxed, isolated and without Node.')
  }
}
