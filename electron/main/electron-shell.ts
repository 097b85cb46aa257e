import { app } from 'electron'
import { join } from 'node:path'
import { announceProject } from '../services/calls/announce-project.ts'
import { shellCalls } from '../services/calls/shell-calls.ts'
import { PageJournals } from '../services/journal/page-journals.ts'
import type { ShellServices } from '../services/shell-services.ts'
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
  private started: Promise<void> | undefined
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
    this.window.onPageGone(() => journals.release())
    this.stopListening = listenToWindow({
      contents,
      calls: shellCalls(services, {
        dialogs: new NativeDialogs(this.window.browserWindow, () => this.text),
        journals,
        setUnsavedChanges: (unsaved) => this.window.setUnsavedChanges(unsaved),
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
      void this.updateMenu()
    })
  }

  /** Shows the window; resolves once its page listens. */
  start(): Promise<void> {
    this.started ??= this.updateMenu().then(() => this.window.load())
    return this.started
  }

  /** Opens a project file in the window, as soon as it can listen. */
  openProject(path: string): void {
    void this.start().then(() => announceProject(this.services, path, this.window))
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

  private async updateMenu(): Promise<void> {
    const { language } = await this.services.settings.get()
    this.text = mainText(language, app.getLocale())
    showAppMenu(this.text, process.platform, (command) => this.window.tell('menuCommand', { command }))
  }
}
