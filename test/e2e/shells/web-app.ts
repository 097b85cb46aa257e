import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from '@playwright/test'
import { descendants } from './process-tree.ts'
import type { RunningApp } from './running-app.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** The web shell's server without a window. */
export interface WebServer {
  readonly process: ChildProcess
  /** Works once. */
  readonly address: string
}

/** Starts it with a data folder of its own. @throws Error with its output when it ends before it serves. */
export async function startWebServer(dataFolder: string, files: readonly string[] = []): Promise<WebServer> {
  const child = spawn(process.execPath, [path.join(root, 'dist/web-shell.js'), '--no-window', ...files], {
    env: { ...process.env, COCANVAS_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address !== undefined) return { process: child, address }
  }
  throw new Error('The web shell ended before it served.')
}

/** Opens the editor of a fresh server in a browser. */
export async function openWebApp(
  browser: Browser,
  dataFolder: string,
  files: readonly string[] = [],
): Promise<RunningApp> {
  const server = await startWebServer(dataFolder, files)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(server.address)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = server.process.exitCode !== null || server.process.signalCode !== null
    const exit = ended ? undefined : once(server.process, 'exit')
    server.process.kill(signal)
    await exit
    await context.close()
  }
  return {
    kind: 'web',
    page,
    dataFolder,
    answerDialog: async (file, open) => {
      await open()
      const chooser = page.getByRole('dialog').filter({ has: page.locator('.file-chooser-form') })
      await chooser.getByRole('textbox').fill(file)
      await chooser.locator('button[type=submit]').click()
      // An absolute path could be a file that exists: the chooser asks a second time before it replaces one.
      const asked = chooser.getByRole('button', { name: /Replace|바꾸기/ })
      await Promise.race([chooser.waitFor({ state: 'detached' }), asked.click()]).catch(() => undefined)
      await chooser.waitFor({ state: 'detached' })
    },
    hostProcesses: () => descendants(server.process.pid ?? -1, 'inference-host'),
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  }
}
