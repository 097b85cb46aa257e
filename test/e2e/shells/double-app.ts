import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { doubleFolder } from '../../electron-double/build-double.ts'
import { descendants } from './process-tree.ts'
import type { RunningApp } from './running-app.ts'

const startedSchema = z.object({ type: z.literal('browser'), address: z.string() })

/** Starts the built main process on the double of Electron and drives its window. */
export async function openDoubleApp(
  appFolder: string,
  dataFolder: string,
  files: readonly string[] = [],
): Promise<RunningApp> {
  const child = fork(path.join(doubleFolder, 'run-app.js'), [appFolder, ...files], {
    env: { ...process.env, COCANVAS_DATA: dataFolder },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const messages: readonly unknown[] = await once(child, 'message')
  const browser = await chromium.connectOverCDP(startedSchema.parse(messages[0]).address)
  const page = await editorPage(browser)
  const end = async (signal: () => void): Promise<void> => {
    if (isRunning(child)) {
      const exit = once(child, 'exit')
      signal()
      await exit
    }
    await browser.close().catch(() => undefined)
  }
  return {
    kind: 'electron-double',
    page,
    dataFolder,
    answerDialog: async (file, open) => {
      child.send({ type: 'answer-dialog', path: file })
      await open()
    },
    hostProcesses: () => descendants(child.pid ?? -1, 'utility-host'),
    kill: () => end(() => child.kill('SIGKILL')),
    // A window that guards unsaved work would stay open, and a test is done with it.
    close: () => end(() => child.kill('SIGTERM')),
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** The window's page, which had loaded before the double told its address. */
async function editorPage(browser: Browser): Promise<Page> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const page = pages.find((candidate) => candidate.url().includes('.localhost'))
  if (page === undefined) throw new Error('The double shows no window.')
  await page.waitForLoadState()
  return page
}
