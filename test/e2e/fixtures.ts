import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test as base, type Browser, type TestInfo } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from './shells/chromium.ts'
import type { RunningApp, ShellKind } from './shells/running-app.ts'
import { openDoubleApp } from './shells/double-app.ts'
import { electronProgram, openElectronApp } from './shells/electron-app.ts'
import { openWebApp } from './shells/web-app.ts'

const root = path.resolve(import.meta.dirname, '../..')
const tinyPack = path.join(root, 'test/fixtures/packs/tiny')

interface WorkerFixtures {
  readonly shell: ShellKind
  /** For the web shell; the others bring their own. */
  readonly webBrowser: Browser | undefined
}

interface TestFixtures {
  readonly dataFolder: string
  /** Starts the editor (again) on the test's data, with files as on a command line. */
  readonly launch: (files?: readonly string[]) => Promise<RunningApp>
  readonly app: RunningApp
}

/** Every test starts with a profile of its own that knows one small pack, and leaves nothing behind. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  shell: ['web', { option: true, scope: 'worker' }],
  webBrowser: [
    async ({ shell }, use) => {
      if (shell !== 'web') {
        await use(undefined)
        return
      }
      const { program, environment } = findTestBrowser()
      const browser = await chromium.launch({
        executablePath: program,
        args: [...CHROMIUM_ARGUMENTS],
        env: { ...stringsOf(process.env), ...environment },
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures from the pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-e2e-'))
    mkdirSync(path.join(folder, 'packs'))
    cpSync(tinyPack, path.join(folder, 'packs/tiny'), { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  launch: async ({ shell, webBrowser, dataFolder }, use, info) => {
    const running: RunningApp[] = []
    await use(async (files = []) => {
      const app = await openApp(shell, webBrowser, dataFolder, files, info)
      running.push(app)
      return app
    })
    for (const app of running) await app.close()
  },
  app: async ({ launch }, use) => {
    await use(await launch())
  },
})

function openApp(
  shell: ShellKind,
  browser: Browser | undefined,
  dataFolder: string,
  files: readonly string[],
  info: TestInfo,
): Promise<RunningApp> {
  if (browser !== undefined) return openWebApp(browser, dataFolder, files)
  if (shell === 'electron-double') return openDoubleApp(root, dataFolder, files)
  const program = electronProgram()
  info.skip(
    program === undefined,
    'There is no Electron binary on this machine: npx install-electron, or name one in ELECTRON_BIN.',
  )
  return openElectronApp(program ?? '', dataFolder, files)
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export { expect }
