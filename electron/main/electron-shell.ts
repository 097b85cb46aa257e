import { app } from 'electron'
import { join } from 'node:path'
import type { AppMenu } from '../contract/app-menu.ts'
import type { EditorSettings } from '../contract/editor-settings.ts'
import { announceDocument } from '../services/calls/announce-document.ts'
import { shellCalls } from '../services/calls/shell-calls.ts'
import { PageJournals } from '../services/journal/page-journals.ts'
import { OpenPhotos } from '../services/photos/open-photos.ts'
import type { ShellServices } from '../services/shell-services.ts'
import type { SendEvent } from '../services/shell-window.ts'
import { showAppMenu } from './app-menu.ts'
import { serveAppPages } from './app-protocol.ts'
import { InferenceLauncher } from './inference-launcher.ts'
import { mainText, type MainText } from './main-text.ts'
import { MainWindow } from './main-window.ts'
import { NativeDialogs } from './native-dialogs.ts'
import { outsideAsar } from './outside-asar.ts'
import { listenToWindow } from './shell-ipc.ts'

/** The desktop app: one window, its services and its inference host. */
export class ElectronShell {
  private readonly services: ShellServices
  private readonly window: MainWindow
  private readonly launcher: InferenceLauncher
  private readonly stopListening: () => void
  private readonly photos = new OpenPhotos()
  private started: Promise<void> | undefined
  /** As the window last gave it; empty until it has. */
  private menu: AppMenu = []
  private text: MainText = mainText('system', app.getLocale())

  /** @param built folder of the build. */
  constructor(services: ShellServices, built: string, reportBug: (error: unknown) => void) {
    this.services = services
    serveAppPages({ folder: join(built, 'renderer'), extras: { '/shell.js': join(built, 'electron-page.js') } })
    const { assets, data } = services.folders
    this.window = new MainWindow(
      join(built, 'preload.cjs'),
      join(assets, 'icons/256x256.png'),
      join(data, 'window.json'),
    )
    this.launcher = new InferenceLauncher(outsideAsar(join(built, 'utility-host.js')), (event) =>
      this.window.tell('inferenceStopped', event),
    )
    const contents = this.window.browserWindow.webContents
    const journals = new PageJournals(services.journals)
    const { photos } = this
    this.window.onPageGone(() => {
      journals.release()
      photos.release()
    })
    this.stopListening = listenToWindow({
      contents,
      calls: shellCalls(services, {
        dialogs: new NativeDialogs(this.window.browserWindow, () => this.text),
        journals,
        photos,
        tell: (name, event) => this.window.tell(name, event),
        setUnsavedChanges: (unsaved) => this.window.setUnsavedChanges(unsaved),
        showMenu: (menu) => {
          this.menu = menu
          this.updateMenu()
        },
        close: () => this.window.close(),
        restartInference: () => {
          this.launcher.restart()
          return Promise.resolve()
        },
      }),
      connectInference: async (connectionId) => {
        const configuration = await services.hostConfiguration()
        this.launcher.connect(contents, connectionId, configuration)
        return configuration
      },
      reportBug,
    })
    services.settings.subscribe((settings) => {
      this.window.tell('settingsChanged', settings)
      this.setLanguage(settings)
    })
  }

  /** Shows the window; resolves once its page listens. */
  start(): Promise<void> {
    this.started ??= this.load()
    return this.started
  }

  /** Opens a project or a photo in the window, as soon as it can listen. */
  openFile(path: string): void {
    const { photos } = this
    const tell: SendEvent = (name, event) => this.window.tell(name, event)
    void this.start().then(() => announceDocument(this.services, path, { tell, photos }))
  }

  reveal(): void {
    this.window.reveal()
  }

  noteQuit(): void {
    this.window.noteQuit()
  }

  async dispose(): Promise<void> {
    this.stopListening()
    this.launcher.dispose()
    await this.services.dispose()
  }

  private async load(): Promise<void> {
    this.setLanguage(await this.services.settings.get())
    await this.window.load()
  }

  private setLanguage({ language }: EditorSettings): void {
    this.text = mainText(language, app.getLocale())
    this.updateMenu()
  }

  private updateMenu(): void {
    const run = (command: string): void => this.window.tell('menuCommand', { command })
    showAppMenu(this.menu, this.text, process.platform, run)
  }
}
