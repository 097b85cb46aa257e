import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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

/** A browser that ends sooner has not shown anything itself. */
const STARTUP_MS = 5000

/**
 * Shows an address as an app window, in a browser profile of its own: the browser then stays in the foreground until
 * its window is closed, and none of the user's extensions see the page.
 */
export function openAppWindow(browser: string, address: string, dataFolder: string): AppWindow {
  const started = performance.now()
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${join(dataFolder, 'browser')}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1440,900',
      // Chromium refuses to run its sandbox as root, which is how containers run everything; it shows only our own page.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
    { stdio: 'ignore' },
  )
  return { ended: endOf(child, started), close: () => child.kill() }
}

async function endOf(child: ChildProcess, started: number): Promise<WindowEnd> {
  const exit = once(child, 'exit').then(([code]: unknown[]) => code)
  const code = await exit.catch(() => 1)
  if (performance.now() - started > STARTUP_MS || code === null) return 'closed'
  return code === 0 ? 'handed-over' : 'failed'
}
