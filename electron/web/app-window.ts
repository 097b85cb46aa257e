import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { EntranceFile } from './entrance-file.ts'

/**
 * How a window ended: the user closed it; it never appeared; or another process of the same browser, which had the profile
 * open already, shows it, so that its end is not to be seen from here.
 */
export type WindowEnd = 'closed' | 'failed' | 'handed-over'

/** A browser window of our own: its end is the end of the session. */
export interface AppWindow {
  readonly ended: Promise<WindowEnd>
  close(): void
}

/** A browser that ends sooner may have shown nothing itself; on a busy machine even handing over takes that long. */
const STARTUP_MS = 30_000

/**
 * Shows an address as an app window, in a browser profile of its own: the browser then stays in the foreground until
 * its window is closed, and none of the user's extensions see the page. The address is a secret, which the command line
 * of a process is not: the browser finds it in a file that only the user can read.
 */
export function openAppWindow(browser: string, address: string, dataFolder: string): AppWindow {
  const started = performance.now()
  const entrance = new EntranceFile(dataFolder, address)
  const child = spawn(
    browser,
    [
      `--app=${entrance.url}`,
      `--user-data-dir=${join(dataFolder, 'browser')}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1440,900',
      // Chromium refuses to run its sandbox as root, which is how containers run everything; it shows only our own page.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  )
  const ended = endOf(child, started)
  // One that hands over may not have read it yet; the token in it works once, and never after this session.
  void ended.then((end) => {
    if (end !== 'handed-over') entrance.remove()
  })
  process.once('exit', () => entrance.remove())
  return { ended, close: () => child.kill() }
}

async function endOf(child: ChildProcess, started: number): Promise<WindowEnd> {
  const exit = once(child, 'exit').then(([code]: unknown[]) => code)
  const code = await exit.catch(() => 1)
  if (performance.now() - started > STARTUP_MS || code === null) return 'closed'
  return code === 0 ? 'handed-over' : 'failed'
}
