/**
 * How specs drive the editor. Every spec runs over three shells with the same text (playwright.config.ts): `electron` (the
 * real one, skipped with a printed reason where there is no binary), `electron-double` (the built main process and preload
 * on our double of Electron) and `web` (the web shell). Import `test` and `expect` from here and nowhere else.
 *
 *     test('a stroke survives a power cut', async ({ app, launch }) => {
 *       await app.page.mouse.move(…)            // `app`: the editor, started on a fresh profile; `app.page` is Playwright's
 *       await app.kill()                        // as a power cut: no handler runs
 *       const again = await launch()            // the same profile once more
 *     })
 *
 * - `app` / `launch(files?)`: start the editor; `files` are like those of a command line or a double click. Whatever still
 *   runs at the end is ended, and a test fails when its page had an uncaught error (`test.use({ mayFail: true })` if not).
 * - `profile`: `dataFolder` (settings, journals, library; the pack `tiny` lies in it, small and quick) and `userFolder` (the
 *   home that file dialogs begin in). Both are empty otherwise, are the test's own and vanish after it.
 * - `test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })`: settings found by the first start.
 * - `app.answerDialog(answer, open)`: does `open` and answers the file dialog: a path, several, or null to cancel. What the
 *   editor writes there is read with node:fs; wait for it with `await expect.poll(() => existsSync(path)).toBe(true)`.
 * - `app.crashHost()` kills the inference host, `app.hostProcesses()` tells its process ids, `app.requestClose()` presses the
 *   window's cross, `app.chooseInMenu` and `app.startAgain` exist in Electron alone, `app.kill()` cuts the power, `app.close()` ends in order without asking about unsaved work.
 * - `drawWithPen(app.page, points)` (shells/pen.ts): a stroke with pressure and tilt. For the mouse, use `app.page.mouse`.
 * - `window.cocanvas` in `app.page.evaluate` is the shell itself (electron/contract/shell-api.ts).
 *
 * Windows are 1440 × 900 in every shell. Specs never sleep: wait for what the user would see.
 */
import { expect, test as base, chromium, type Browser } from '@playwright/test'
import type { EditorSettings } from '../../electron/contract/editor-settings.ts'
import { findElectron } from '../../scripts/starting/electron-program.mjs'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from '../../scripts/testing/chromium.ts'
import { openDoubleApp } from './shells/double-app.ts'
import { openElectronApp } from './shells/electron-app.ts'
import { NO_ELECTRON } from './shells/no-electron.ts'
import { createProfile, removeProfile, type Profile } from './shells/profile.ts'
import { ownEnvironment } from './shells/own-environment.ts'
import { repositoryFolder } from './shells/repository.ts'
import type { RunningApp, ShellKind } from './shells/running-app.ts'
import { openWebApp } from './shells/web-app.ts'
import './shells/window-globals.ts'

interface WorkerFixtures {
  readonly shell: ShellKind
  /** For the web shell; the others bring their own. */
  readonly webBrowser: Browser | undefined
}

interface TestFixtures {
  readonly settings: Partial<EditorSettings>
  readonly mayFail: boolean
  readonly profile: Profile
  readonly launch: (files?: readonly string[]) => Promise<RunningApp>
  readonly app: RunningApp
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shell: ['web', { option: true, scope: 'worker' }],
  settings: [{}, { option: true }],
  mayFail: [false, { option: true }],
  webBrowser: [
    async ({ shell }, use) => {
      const browser = shell === 'web' ? await launchBrowser() : undefined
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  profile: async ({ settings }, use) => {
    const profile = createProfile(settings)
    await use(profile)
    removeProfile(profile)
  },
  launch: async ({ shell, webBrowser, profile, mayFail }, use, info) => {
    info.skip(shell === 'electron' && findElectron() === undefined, NO_ELECTRON)
    const running: RunningApp[] = []
    const errors: string[] = []
    await use(async (files = []) => {
      const opened = await openApp(shell, webBrowser, profile, files)
      const note = (error: Error): void => void errors.push(error.stack ?? error.message)
      opened.page.on('pageerror', note)
      // What a page says while its program is being ended is no fault of its.
      const ending = (end: () => Promise<void>) => (): Promise<void> => {
        opened.page.off('pageerror', note)
        return end()
      }
      const app = { ...opened, kill: ending(opened.kill), close: ending(opened.close) }
      running.push(app)
      return app
    })
    for (const app of running) await app.close()
    if (!mayFail) expect(errors, 'uncaught errors of the page').toEqual([])
  },
  app: async ({ launch }, use) => {
    await use(await launch())
  },
})

function openApp(
  shell: ShellKind,
  browser: Browser | undefined,
  profile: Profile,
  files: readonly string[],
): Promise<RunningApp> {
  if (browser !== undefined) return openWebApp(browser, profile, files)
  if (shell === 'electron-double') return openDoubleApp({ appFolder: repositoryFolder }, profile, files)
  const program = findElectron()
  if (program === undefined) throw new Error(NO_ELECTRON)
  return openElectronApp(program, profile, files)
}

function launchBrowser(): Promise<Browser> {
  const { program, environment } = findTestBrowser()
  return chromium.launch({
    executablePath: program,
    args: [...CHROMIUM_ARGUMENTS],
    env: { ...ownEnvironment(), ...environment },
  })
}

export { expect }
