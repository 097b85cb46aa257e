import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, type Browser, type Page } from '@playwright/test'
import { endChild, killProcesses } from './child-end.ts'
import { crashPages } from './crash-page.ts'
import { descendants } from './process-tree.ts'
import type { Profile } from './profile.ts'
import { repositoryFolder } from './repository.ts'
import { pathsOf, type DialogAnswer, type RunningApp } from './running-app.ts'

/** As large as the window that Electron opens, so that the same places lie under the pointer. */
const WINDOW = { width: 1440, height: 900 }

/** The web shell's server without a window. */
export interface WebServer {
  readonly process: ChildProcess
  /** Works once. */
  readonly address: string
}

/** Starts it with data of its own. @throws Error with its output when it ends before it serves. */
export async function startWebServer(profile: Profile, files: readonly string[] = []): Promise<WebServer> {
  const program = path.join(repositoryFolder, 'dist/web-shell.js')
  const child = spawn(process.execPath, [program, '--no-window', ...files], {
    env: { ...process.env, ...profile.environment },
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
  profile: Profile,
  files: readonly string[] = [],
): Promise<RunningApp> {
  const server = await startWebServer(profile, files)
  const context = await browser.newContext({ viewport: WINDOW })
  const page = await context.newPage()
  await page.goto(server.address)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await endChild(server.process, () => server.process.kill(signal))
    await context.close()
  }
  const hostProcesses = (): number[] => descendants(server.process.pid ?? -1, 'inference-host')
  return {
    kind: 'web',
    page,
    dataFolder: profile.dataFolder,
    answerDialog: async (answer, open) => {
      await open()
      await answerChooser(page, answer)
    },
    requestClose: () => page.close({ runBeforeUnload: true }),
    hostProcesses,
    crashHost: () => killProcesses(hostProcesses()),
    crashPage: async () => {
      await crashPages(browser)
      const again = await context.newPage()
      await again.goto(new URL(server.address).origin)
      return again
    },
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  }
}

/** Fills the page's own file chooser in. */
async function answerChooser(page: Page, answer: DialogAnswer): Promise<void> {
  const chooser = page.getByRole('dialog').filter({ has: page.locator('.file-chooser-form') })
  const paths = pathsOf(answer)
  const [first, ...others] = paths
  if (first === undefined) {
    await chooser.getByRole('button', { name: /Cancel|취소/ }).click()
  } else {
    const name = chooser.getByRole('textbox')
    const submit = chooser.locator('button[type=submit]')
    if (others.length > 0) {
      // Several files are chosen from the list of their folder.
      await name.fill(`${path.dirname(first)}/`)
      await submit.click()
      await chooser.getByRole('listbox').selectOption(paths)
    } else {
      await name.fill(first)
    }
    await submit.click()
    const replace = chooser.getByRole('button', { name: /Replace|바꾸기/ })
    // An absolute path could be a file that exists: the chooser asks a second time before it replaces one.
    const state = async (): Promise<'answered' | 'asks again' | 'open'> => {
      if ((await chooser.count()) === 0) return 'answered'
      return (await replace.count()) > 0 ? 'asks again' : 'open'
    }
    await expect.poll(state, { message: 'the file chooser takes the answer' }).not.toBe('open')
    if ((await state()) === 'asks again') await replace.click()
  }
  await expect(chooser).toHaveCount(0)
}
