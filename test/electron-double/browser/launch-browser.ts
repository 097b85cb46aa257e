import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from '../../../scripts/testing/chromium.ts'
import { CdpConnection } from './cdp-connection.ts'

/** The Chromium in which the double's windows live. */
export interface DoubleBrowser {
  readonly connection: CdpConnection
  /** Where tests may connect too. */
  readonly address: string
  close(): void
}

/**
 * Starts it headless.
 *
 * @param profile a folder for its own files
 * @throws Error when it ends before it listens.
 */
export async function launchBrowser(profile: string): Promise<DoubleBrowser> {
  const { program, environment } = findTestBrowser()
  const child = spawn(
    program,
    [
      ...CHROMIUM_ARGUMENTS,
      '--headless',
      '--remote-debugging-port=0',
      // Never used to talk: the browser ends when this process does, however that happens, and the pipe breaks.
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const { stderr } = child
  if (stderr === null) throw new Error('The browser of the double has no way to tell its address.')
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // Whatever else it says must be read, or the pipe fills and the browser stops.
    stderr.resume()
    return { connection: await CdpConnection.open(address), address, close: () => child.kill('SIGKILL') }
  }
  throw new Error('The browser of the double ended before it listened.')
}
