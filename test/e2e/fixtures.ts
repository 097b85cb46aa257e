import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test as base, type Browser } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from './shells/chromium.ts'
import type { RunningApp, ShellKind } from './shells/running-app.ts'
import { openWebApp } from './shells/web-app.ts'

const tinyPack = path.resolve(import.meta.dirname, '../fixtures/packs/tiny')

interface WorkerFixtures {
  readonly shell: ShellKind
  readonly testBrowser: Browser
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
  testBrowser: [
    async ({}, use) => {
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
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-e2e-'))
    mkdirSync(path.join(folder, 'packs'))
    cpSync(tinyPack, path.join(folder, 'packs/tiny'), { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  launch: async ({ shell, testBrowser, dataFolder }, use) => {
    const running: RunningApp[] = []
    await use(async (files = []) => {
      if (shell !== 'web') throw new Error('not yet')
      const app = await openWebApp(testBrowser, dataFolder, files)
      running.push(app)
      return app
    })
    for (const app of running) await app.close()
  },
  app: async ({ launch }, use) => {
    await use(await launch())
  },
})

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export { expect }
