/** `npm start`: sets everything up and opens the editor, in Electron or in the web shell, and says which and why. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { ensureWindowBuilt } from './building/build-window.mjs'
import { ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'
import { chooseShell, currentSurroundings } from './starting/choose-shell.mjs'
import { endWithParent } from './starting/end-with-parent.mjs'
import { runElectron } from './starting/run-electron.mjs'
import { readStartArguments, START_HELP } from './starting/start-arguments.mjs'

const webShell = path.join(root, 'dist/web-shell.js')
/** The arguments of the web shell, once it has been chosen. @type {string[] | undefined} */
let webArguments

endWithParent()
await runScript(async () => {
  const { web, window, help, files } = readStartArguments(process.argv.slice(2))
  if (help) {
    console.log(START_HELP)
    return 0
  }
  await ensureNodePackages()
  await ensureBuilt()
  await ensureWindowBuilt()
  const choice = await chooseShell(currentSurroundings(web))
  if (choice.shell === 'electron') {
    console.log(`Cocanvas opens in Electron (${choice.program}).`)
    const status = await runElectron(choice.program, files)
    if (status !== undefined) return status
    console.log('Electron does not run here (its message is above), so Cocanvas opens in the web shell.')
  } else {
    console.log(`Cocanvas opens in the web shell, because ${choice.reason}.`)
  }
  webArguments = [...(window ? [] : ['--no-window']), ...files]
  return 0
})

if (webArguments !== undefined) {
  // In this same process, so that it receives Ctrl-C and gives its own exit status.
  process.argv.splice(1, process.argv.length, webShell, ...webArguments)
  await import(pathToFileURL(webShell).href)
}
