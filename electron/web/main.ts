import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { userDataFolder } from '../packs/data-folder.ts'
import { foldersUnder, ShellServices } from '../services/shell-services.ts'
import { openAppWindow } from './app-window.ts'
import { findBrowser } from './find-browser.ts'
import { WebShell } from './web-shell.ts'

/** Composition root of the web shell: `node dist/web-shell.js [--no-window] [project.cocanvas]`. */
const { values, positionals } = parseArgs({
  options: { 'no-window': { type: 'boolean', default: false } },
  allowPositionals: true,
})

const built = dirname(fileURLToPath(import.meta.url))
const root = resolve(built, '..')
const dataFolder = userDataFolder()
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const locales = [Intl.DateTimeFormat().resolvedOptions().locale]
const services = new ShellServices({ kind: 'web', appVersion: version, locales }, foldersUnder(dataFolder, root))
const shell = new WebShell(services, built, (error) => process.stderr.write(`${String(error)}\n`))

let ending = false
const end = async (): Promise<void> => {
  if (ending) return
  ending = true
  await shell.dispose()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())

const [project] = positionals
if (project !== undefined) shell.openProject(resolve(project))
const address = await shell.start(built)
const obstacle = values['no-window'] ? '' : await showWindow()
if (obstacle === undefined) {
  await end()
} else {
  say(obstacle === '' ? '' : `${obstacle}\n`)
  say(`Open this address in a browser (it works once): ${address}\nPress Ctrl-C to end Cocanvas.\n`)
}

/** Shows the editor until its window is closed. @returns why there is no window; undefined when there was one. */
async function showWindow(): Promise<string | undefined> {
  const found = findBrowser()
  if (found.kind === 'none') return found.reason
  say(`Its window is shown by ${found.program}.\n`)
  const window = openAppWindow(found.program, address, dataFolder)
  shell.onCloseWindow(() => window.close())
  process.once('exit', () => window.close())
  // On macOS a browser outlives its windows.
  const ended = await (process.platform === 'darwin'
    ? Promise.race([window.ended, shell.abandoned.then(() => 'closed' as const)])
    : window.ended)
  if (ended === 'failed') return `${found.program} could not show a window.`
  if (ended === 'handed-over') await shell.abandoned
  return undefined
}

function say(text: string): void {
  process.stdout.write(text)
}
