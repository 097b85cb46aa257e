import { join } from 'node:path'
import type { ShellEvents } from '../contract/shell-api.ts'
import { announceDocument } from '../services/calls/announce-document.ts'
import type { ShellServices } from '../services/shell-services.ts'
import { ChildProcessStarter } from '../supervision/child-process-starter.ts'
import { InferenceBridge } from './inference-bridge.ts'
import { LoopbackServer } from './loopback-server.ts'
import { PageWatch } from './page-watch.ts'
import { PageSession, type PageHost } from './page-session.ts'
import { ValueChannel } from './value-channel.ts'
import { WEB_SHELL_PATHS } from '../contract/web-shell-protocol.ts'

/** Long enough to load a page anew after a crash of the browser's. */
const ABANDONED_MS = 20_000
/** Pages open at once, far above what anybody uses. */
const MAX_PAGES = 16
/** Each is a process with the networks in its memory: a few windows, each with a self-test beside its own. */
const MAX_HOSTS = 4

/** The web shell: the window as a page of this machine's browser. */
export class WebShell {
  /** Resolves when there were pages and none is left. */
  readonly abandoned: Promise<void>
  private readonly services: ShellServices
  private readonly sessions = new Set<PageSession>()
  private readonly watch: PageWatch
  private readonly bridge: InferenceBridge
  private readonly reportBug: (error: unknown) => void
  private server: LoopbackServer | undefined
  private waitingFile: string | undefined
  private closeWindow: () => void = () => undefined

  /** @param built folder of the build: the window's files, the page's half of the shell and the inference host. */
  constructor(services: ShellServices, built: string, reportBug: (error: unknown) => void) {
    this.services = services
    this.reportBug = reportBug
    let abandon = (): void => undefined
    this.abandoned = new Promise((resolve) => {
      abandon = resolve
    })
    this.watch = new PageWatch(ABANDONED_MS, () => abandon())
    this.bridge = new InferenceBridge(
      new ChildProcessStarter(join(built, 'inference-host.js')),
      () => services.hostConfiguration(),
      (event) => this.tell('inferenceStopped', event),
      reportBug,
    )
  }

  /** Starts serving. @returns the address that works once. */
  async start(built: string): Promise<string> {
    const extras = {
      '/shell.js': join(built, 'web-page.js'),
      '/shell.css': join(built, 'web-page.css'),
      '/icon.png': join(this.services.folders.assets, 'icons/256x256.png'),
    }
    this.server = await LoopbackServer.start(
      { folder: join(built, 'renderer'), extras },
      {
        [WEB_SHELL_PATHS.shell]: {
          limit: MAX_PAGES,
          open: (socket) => this.openSession(new ValueChannel(socket)),
        },
        [WEB_SHELL_PATHS.inference]: {
          limit: MAX_HOSTS,
          open: (socket) => this.bridge.connect(new ValueChannel(socket)),
        },
      },
    )
    return this.server.entrance
  }

  /** What `closeWindow` of a page does, once there is a window of ours. */
  onCloseWindow(close: () => void): void {
    this.closeWindow = close
  }

  /** An address for one more window, which works once. */
  newEntrance(): string {
    return this.server?.newEntrance() ?? ''
  }

  /** Opens a project or a photo in the next page that comes. */
  openFile(path: string): void {
    this.waitingFile = path
  }

  async dispose(): Promise<void> {
    this.watch.dispose()
    this.bridge.dispose()
    await this.server?.dispose()
    await this.services.dispose()
  }

  private openSession(channel: ValueChannel): void {
    const host: PageHost = {
      closeWindow: () => this.closeWindow(),
      restartInference: () => {
        this.bridge.restart()
        return Promise.resolve()
      },
      reportBug: this.reportBug,
    }
    const session = new PageSession(channel, this.services, host)
    this.sessions.add(session)
    this.watch.noteOpened()
    channel.onClose(() => {
      this.sessions.delete(session)
      this.watch.noteClosed()
    })
    if (this.waitingFile !== undefined) void announceDocument(this.services, this.waitingFile, session)
    this.waitingFile = undefined
  }

  private tell<Name extends keyof ShellEvents>(name: Name, event: ShellEvents[Name]): void {
    for (const session of this.sessions) session.tell(name, event)
  }
}
