import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from '../../e2e/shells/chromium.ts'
import { CdpConnection } from './cdp-connection.ts'

/** The Chromium in which the double's windows live. */
export interface DoubleBrowser {
  readonly connection: CdpConnection
  /** Where tests may connect too. */
  readonly address: string
  close(): void
}

/** Starts it headless with a profile of its own. @throws Error when it ends before it listens. */
export async function launchBrowser(): Promise<DoubleBrowser> {
  const { program, environment } = findTestBrowser()
  const profile = mkdtempSync(path.join(tmpdir(), 'electron-double-'))
  const child = spawn(
    program,
    [...CHROMIUM_ARGUMENTS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true })
  })
  const lines = createInterface({ input: child.stderr })
  for await (const line of lines) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // Whatever else it says must be read, or the pipe fills and the browser stops.
    child.stderr.resume()
    return { connection: await CdpConnection.open(address), address, close: () => child.kill('SIGKILL') }
  }
  throw new Error('The browser of the double ended before it listened.')
}
