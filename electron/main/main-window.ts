import { BrowserWindow, screen } from 'electron'
import { ELECTRON_CHANNELS } from '../contract/electron-bridge.ts'
import type { ShellEvents } from '../contract/shell-api.ts'
import { RestartBudget } from '../services/inference/restart-budget.ts'
import { isPageAddress, PAGE_ADDRESS } from './app-protocol.ts'
import { denyNavigation } from './window-guards.ts'
import { onScreen, readWindowState, writeWindowState } from './window-state.ts'

/** The editor's window: remembers its place, guards unsaved work, and shows nothing but the editor's page. */
export class MainWindow {
  readonly browserWindow: BrowserWindow
  private readonly statePath: string
  private readonly crashes = new RestartBudget()
  private unsaved = false
  private hung = false
  private mayClose = false
  private quitting = false
  private pageGone: () => void = () => undefined

  constructor(preload: string, icon: string, statePath: string) {
    this.statePath = statePath
    const state = onScreen(
      readWindowState(statePath),
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
    const { maximised, x, y, width, height } = state
    this.browserWindow = new BrowserWindow({
      width,
      height,
      ...(x === undefined || y === undefined ? {} : { x, y }),
      minWidth: 800,
      minHeight: 560,
      show: false,
      // The window draws the same menus itself; Alt shows the system's, for those who are used to it.
      autoHideMenuBar: true,
      title: 'Cocanvas',
      icon,
      backgroundColor: '#1b1d21',
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        webviewTag: false,
      },
    })
    if (maximised) this.browserWindow.maximize()
    this.browserWindow.once('ready-to-show', () => this.browserWindow.show())
    this.browserWindow.on('unresponsive', () => (this.hung = true))
    this.browserWindow.on('responsive', () => (this.hung = false))
    this.browserWindow.on('close', (event) => this.guardClose(event))
    denyNavigation(this.browserWindow.webContents, isPageAddress)
    this.browserWindow.webContents.on('render-process-gone', () => this.showFreshPage())
  }

  async load(): Promise<void> {
    await this.browserWindow.loadURL(PAGE_ADDRESS)
  }

  readonly tell = <Name extends keyof ShellEvents>(name: Name, event: ShellEvents[Name]): void => {
    if (!this.browserWindow.isDestroyed()) this.browserWindow.webContents.send(ELECTRON_CHANNELS.event, name, event)
  }

  /** Calls back when the page has crashed, before a fresh one is shown. */
  onPageGone(listener: () => void): void {
    this.pageGone = listener
  }

  setUnsavedChanges(unsaved: boolean): void {
    this.unsaved = unsaved
  }

  /** The whole app is to end, not just the window. */
  noteQuit(): void {
    this.quitting = true
  }

  /** Closes without asking. */
  close(): void {
    this.mayClose = true
    this.browserWindow.close()
  }

  /** Brings it before the user's eyes. */
  reveal(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore()
    this.browserWindow.focus()
  }

  /** The journal holds every finished stroke, so a fresh page loses nothing; one that always dies is given up. */
  private showFreshPage(): void {
    this.unsaved = false
    this.pageGone()
    if (this.browserWindow.isDestroyed()) return
    if (this.crashes.spend()) this.browserWindow.webContents.reload()
    else this.close()
  }

  private guardClose(event: { preventDefault: () => void }): void {
    // A page that hangs cannot ask anybody; the journal holds what it had.
    if (this.unsaved && !this.mayClose && !this.hung) {
      event.preventDefault()
      this.tell('closeRequested', { reason: this.quitting ? 'quit' : 'window' })
      this.quitting = false
      return
    }
    const state = { ...this.browserWindow.getNormalBounds(), maximised: this.browserWindow.isMaximized() }
    writeWindowState(this.statePath, state)
  }
}
