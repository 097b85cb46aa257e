import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { doubleFolder } from '../../electron-double/build-double.ts'
import { endChild, killProcesses } from './child-end.ts'
import { crashPages } from './crash-page.ts'
import { descendants } from './process-tree.ts'
import type { Profile } from './profile.ts'
import { pathsOf, type RunningApp } from './running-app.ts'

const answerKnownSchema = z.object({ type: z.literal('answer-known') })
const startedSchema = z.object({ type: z.literal('browser'), address: z.string() })

/** Where an app lies and what else its process is told. */
export interface DoubleOptions {
  readonly appFolder: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the built main process on the double of Electron and drives its window. */
export async function openDoubleApp(
  { appFolder, environment = {} }: DoubleOptions,
  profile: Profile,
  files: readonly string[] = [],
): Promise<RunningApp> {
  const child = startDouble({ appFolder, environment }, profile, files)
  const address = await addressOf(child)
  let browser = await chromium.connectOverCDP(address)
  const page = await editorPage(browser)
  const end = async (ask: () => void): Promise<void> => {
    await endChild(child, ask)
    await browser.close().catch(() => undefined)
  }
  const hostProcesses = (): number[] => descendants(child.pid ?? -1, 'utility-host')
  return {
    kind: 'electron-double',
    page,
    dataFolder: profile.dataFolder,
    answerDialog: async (answer, open) => {
      const known = once(child, 'message')
      child.send({ type: 'answer-dialog', paths: pathsOf(answer) })
      const messages: readonly unknown[] = await known
      answerKnownSchema.parse(messages[0])
      await open()
    },
    chooseInMenu: (label) => {
      child.send({ type: 'click-menu', label })
      return Promise.resolve()
    },
    startAgain: async (others) => {
      const second = startDouble({ appFolder, environment }, profile, others)
      const ending: readonly unknown[] = await once(second, 'exit')
      if (ending[0] !== 0) throw new Error(`The second start ended with ${String(ending[0])}.`)
    },
    requestClose: () => {
      child.send({ type: 'close-window' })
      return Promise.resolve()
    },
    hostProcesses,
    crashHost: () => killProcesses(hostProcesses()),
    crashPage: async () => {
      await crashPages(browser)
      await browser.close()
      // A connection of its own for the fresh page: Playwright gives a page up for good once it has crashed.
      browser = await chromium.connectOverCDP(address)
      return editorPage(browser)
    },
    kill: () => end(() => child.kill('SIGKILL')),
    close: () => end(() => child.send({ type: 'end' })),
  }
}

function startDouble(options: DoubleOptions, profile: Profile, files: readonly string[]): ChildProcess {
  return fork(path.join(doubleFolder, 'run-app.js'), [options.appFolder, ...files], {
    env: { ...process.env, ...profile.environment, ...options.environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** @throws Error when the app ends before it shows a window; its own words are on the terminal. */
async function addressOf(child: ChildProcess): Promise<string> {
  const ended = new AbortController()
  const exit = (): void => ended.abort(new Error('The app on the double of Electron ended before it showed a window.'))
  child.once('exit', exit)
  const messages: readonly unknown[] = await once(child, 'message', { signal: ended.signal })
  child.off('exit', exit)
  return startedSchema.parse(messages[0]).address
}

/** The window's page, which had loaded before the double told its address. */
async function editorPage(browser: Browser): Promise<Page> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const page = pages.find((candidate) => candidate.url().includes('.localhost'))
  if (page === undefined) throw new Error('The double shows no window.')
  await page.waitForLoadState()
  return page
}
