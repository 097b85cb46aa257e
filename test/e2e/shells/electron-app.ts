import { existsSync } from 'node:fs'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { descendants } from './process-tree.ts'
import type { RunningApp } from './running-app.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** The real Electron, or undefined. Its package is never loaded: that would try to download it. */
export function electronProgram(): string | undefined {
  const program = process.env['ELECTRON_BIN'] ?? path.join(root, 'node_modules/electron/dist/electron')
  return existsSync(program) ? program : undefined
}

/** Starts the built app on the real Electron. */
export async function openElectronApp(
  program: string,
  dataFolder: string,
  files: readonly string[] = [],
): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [root, ...files],
    env: { ...stringsOf(process.env), COCANVAS_DATA: dataFolder },
  })
  const page = await app.firstWindow()
  const main = app.process()
  return {
    kind: 'electron',
    page,
    dataFolder,
    answerDialog: async (file, open) => {
      await app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
      }, file)
      await open()
    },
    hostProcesses: () => descendants(main.pid ?? -1, '--utility-sub-type=node'),
    kill: async () => {
      const closed = app.waitForEvent('close')
      main.kill('SIGKILL')
      await closed
    },
    close: () => app.close(),
  }
}

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
