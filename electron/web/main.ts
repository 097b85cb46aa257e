import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { userDataFolder } from '../packs/data-folder.ts'
import { foldersUnder, ShellServices } from '../services/shell-services.ts'
import { unpackInThread } from '../services/project/unpack-in-thread.ts'
import { askToShow, ShellPlace } from '../services/shell-place.ts'
import { openAppWindow } from './app-window.ts'
import { findBrowser } from './find-browser.ts'
import { WebShell } from './web-shell.ts'

/** Composition root of the web shell: `node dist/web-shell.js [--no-window] [project.cocanvas or photo]`. */
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
const [file] = positionals.map((path) => resolve(path))
const place = await ShellPlace.take(dataFolder)
if (place === undefined) {
  const answered = await askToShow(dataFolder, file === undefined ? {} : { file })
  say(`Cocanvas is open already with the data in ${dataFolder}.\n`)
  say(
    answered
      ? 'It shows its window, or a new address where it was started without one.\n'
      : 'It does not answer: end it, or set COCANVAS_DATA to another folder.\n',
  )
  process.exit(answered ? 0 : 1)
}
const services = new ShellServices(
  { kind: 'web', appVersion: version, locales },
  foldersUnder(dataFolder, root),
  unpackInThread(join(built, 'unpack-program.js')),
)
const shell = new WebShell(services, built, (error) => process.stderr.write(`${String(error)}\n`))

let ending = false
const end = async (): Promise<void> => {
  if (ending) return
  ending = true
  await shell.dispose()
  await place.dispose()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())

if (file !== undefined) shell.openFile(file)
const address = await shell.start(built)
place.onShow(({ file: requested }) => {
  if (requested !== undefined) shell.openFile(requested)
  showAgain(shell.newEntrance())
})
const obstacle = values['no-window'] ? '' : await showWindow()
if (obstacle === undefined) {
  await end()
} else {
  say(obstacle === '' ? '' : `${obstacle}\n`)
  offer(address)
  say('Press Ctrl-C to end Cocanvas.\n')
}

function offer(entrance: string): void {
  say(`Open this address in a browser (it works once): ${entrance}\n`)
}

/** For a second start: another window in the same browser, or another address in the terminal. */
function showAgain(entrance: string): void {
  const found = values['no-window'] ? undefined : findBrowser()
  if (found?.kind !== 'browser') {
    offer(entrance)
    return
  }
  const window = openAppWindow(found.program, entrance, dataFolder)
  void window.ended.then((end) => {
    if (end === 'failed') offer(entrance)
  })
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
