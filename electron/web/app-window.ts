import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A browser window of our own: its end is the end of the session. */
export interface AppWindow {
  /** Resolves when the window has been closed; `failed` when the browser could not run at all. */
  readonly closed: Promise<'closed' | 'failed'>
  close(): void
}

/** A browser that ends sooner with an error has not shown anything. */
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
    ],
    { stdio: 'ignore' },
  )
  return { closed: ending(child, started), close: () => child.kill() }
}

async function ending(child: ChildProcess, started: number): Promise<'closed' | 'failed'> {
  const exit = once(child, 'exit').then(([code]: unknown[]) => code)
  const code = await exit.catch(() => 1)
  return code !== 0 && code !== null && performance.now() - started < STARTUP_MS ? 'failed' : 'closed'
}
