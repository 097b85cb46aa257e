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
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())

const [project] = positionals
if (project !== undefined) shell.openProject(resolve(project))
const address = await shell.start(built)
const browser = values['no-window'] ? undefined : findBrowser()
if (browser === undefined || (await showWindow(browser)) === 'failed') {
  process.stdout.write(`Open this address in a browser (it works once): ${address}\nPress Ctrl-C to end Cocanvas.\n`)
} else {
  await end()
}

async function showWindow(program: string): Promise<'closed' | 'failed'> {
  const window = openAppWindow(program, address, dataFolder)
  shell.onCloseWindow(() => window.close())
  process.once('exit', () => window.close())
  return window.closed
}
