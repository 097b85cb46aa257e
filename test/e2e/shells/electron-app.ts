import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron } from '@playwright/test'
import { killProcesses } from './child-end.ts'
import { ownEnvironment } from './own-environment.ts'
import { descendants } from './process-tree.ts'
import type { Profile } from './profile.ts'
import { repositoryFolder } from './repository.ts'
import { pathsOf, type RunningApp } from './running-app.ts'

/** Starts the built app on the real Electron. */
export async function openElectronApp(
  program: string,
  profile: Profile,
  files: readonly string[] = [],
): Promise<RunningApp> {
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...ownEnvironment(), ...profile.environment }
  const app = await _electron.launch({ executablePath: program, args: [...asRoot, repositoryFolder, ...files], env })
  const page = await app.firstWindow()
  const main = app.process()
  const hostProcesses = (): number[] => descendants(main.pid ?? -1, '--utility-sub-type=node')
  return {
    kind: 'electron',
    page,
    dataFolder: profile.dataFolder,
    answerDialog: async (answer, open) => {
      await app.evaluate(({ dialog }, filePaths) => {
        const canceled = filePaths.length === 0
        dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths })
        dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePaths[0] ?? '' })
      }, pathsOf(answer))
      await open()
    },
    chooseInMenu: (label) =>
      app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
        items.find((item) => item.label === wanted)?.click()
      }, label),
    startAgain: async (others) => {
      await once(spawn(program, [...asRoot, repositoryFolder, ...others], { env, stdio: 'ignore' }), 'exit')
    },
    requestClose: () =>
      app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close()
      }),
    hostProcesses,
    crashHost: () => killProcesses(hostProcesses()),
    kill: async () => {
      const closed = app.waitForEvent('close')
      main.kill('SIGKILL')
      await closed
    },
    close: () =>
      app
        .evaluate(({ app: electron }) => electron.exit(0))
        .then(
          () => undefined,
          // The answer is lost with the process that gives it.
          () => undefined,
        ),
  }
}
