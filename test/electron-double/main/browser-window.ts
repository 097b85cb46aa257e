import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type Electron from 'electron'
import { emitsOnly, knowsOnly, strict } from '../strict.ts'
import { runtime } from './double-runtime.ts'
import { permissionSettings } from './session.ts'
import { WebContentsDouble } from './web-contents.ts'
import { openPage, type WindowPage } from './window-page.ts'

// A page of the double never hangs, so that the last two never come.
const EVENTS = ['close', 'closed', 'ready-to-show', 'unresponsive', 'responsive'] as const

const OPTIONS = [
  'autoHideMenuBar',
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'icon',
  'backgroundColor',
]
const WEB_PREFERENCES = ['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'spellcheck', 'webviewTag']

const open = new Set<BrowserWindowDouble>()
const allClosed = { listener: (): void => undefined }

/** A window is a page of the headless browser, with the preload script in a world of its own. */
export class BrowserWindowDouble
  extends EventEmitter<Record<(typeof EVENTS)[number], [{ preventDefault: () => void }]>>
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
  private readonly bounds: Electron.Rectangle
  private readonly contents: WebContentsDouble
  private readonly page: Promise<WindowPage>
  private maximised = false
  private destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    emitsOnly('BrowserWindow', this, EVENTS)
    checkOptions(options)
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.contents = new WebContentsDouble(
      (contents) => strict('webContents', contents),
      () => void this.page.then((page) => page.reload()),
    )
    open.add(this)
    this.page = openPage(this.contents, this.bounds, options.webPreferences?.preload ?? '')
  }

  get webContents(): WebContentsDouble {
    return this.contents.strictSelf
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.page
    this.contents.noteAddress(address)
    const loadable = runtime.server.toLoadable(address)
    await page.applyPermissions(permissionSettings(new URL(loadable).origin), new URL(loadable).origin)
    await page.navigate(loadable).catch((error: unknown) => {
      throw new Error(`${String(error)} (-2) loading '${address}'`)
    })
    runtime.noteWindowLoaded()
    this.emit('ready-to-show', { preventDefault: () => undefined })
  }

  close(): void {
    this.requestClose()
    if (this.destroyed && open.size === 0) allClosed.listener()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }

  isMaximized(): boolean {
    return this.maximised
  }

  isMinimized(): boolean {
    return false
  }

  show(): void {
    // A headless page is always shown.
  }

  focus(): void {
    void this.page.then((page) => page.bringToFront())
  }

  restore(): void {
    this.focus()
  }

  maximize(): void {
    // A headless page has no screen to fill; the app may ask how it stands.
    this.maximised = true
  }

  requestClose(): void {
    const answer = { prevented: false }
    this.emit('close', { preventDefault: () => (answer.prevented = true) })
    if (answer.prevented) return
    this.destroyed = true
    open.delete(this)
    void this.page.then((page) => page.close())
    this.emit('closed', { preventDefault: () => undefined })
  }
}

/** @param listener called when the last window has closed by itself. */
export function onAllWindowsClosed(listener: () => void): void {
  allClosed.listener = listener
}

/** Asks every window to close. @returns whether all agreed. */
export function closeAllWindows(): boolean {
  for (const window of [...open]) window.requestClose()
  return open.size === 0
}

/** Presses the cross of every window. */
export function closeWindowsByHand(): void {
  for (const window of [...open]) window.close()
}

/** What the app must never ask for, and what the double would not notice. */
function checkOptions(options: Electron.BrowserWindowConstructorOptions): void {
  const { webPreferences = {}, icon } = options
  knowsOnly('BrowserWindow', options, [...OPTIONS, 'webPreferences'])
  knowsOnly('webPreferences', webPreferences, WEB_PREFERENCES)
  const { sandbox, contextIsolation, nodeIntegration } = webPreferences
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
    throw new Error('A window of Cocanvas is sandboxed, isolated and without Node.')
  }
  if (typeof icon === 'string' && !existsSync(icon)) throw new Error(`There is no icon ${icon}.`)
}
