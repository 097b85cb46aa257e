/**
 * `npm run dev [-- --no-window]`: the editor with hot reload. The web shell and its host run as built; Vite's
 * development server serves the window and passes everything else on to the shell. Both listen on this machine alone.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'

import { ensureWindowBuilt } from './building/build-window.mjs'
import { ensureBuilt } from './building/build.mjs'
import { importTypeScript } from './building/import-typescript.mjs'
import { shellAddress } from './developing/shell-address.mjs'
import { serveWindow } from './developing/serve-window.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'
import { endWithParent } from './starting/end-with-parent.mjs'

endWithParent()
await runScript(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  // The shell also serves the built window and does not start without one.
  await ensureWindowBuilt()
  const program = path.join(root, 'dist/web-shell.js')
  const shell = spawn(process.execPath, ['--enable-source-maps', program, '--no-window'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => void shell.kill())
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130))
  const entrance = await shellAddress(shell)
  const { origin, close } = await serveWindow(entrance.origin)
  const address = `${origin}${entrance.pathname}${entrance.search}`
  if (process.argv.includes('--no-window') || !(await showWindow(address)))
    console.log(`Open this address in a browser (it works once): ${address}\nPress Ctrl-C to end.`)
  await new Promise((resolve) => shell.once('exit', resolve))
  await close()
  return 0
})

/** @param {string} address */
async function showWindow(address) {
  const imported = await importTypeScript('electron/web/find-browser.ts')
  const { findBrowser } = /** @type {typeof import('../electron/web/find-browser.ts')} */ (imported)
  const found = findBrowser()
  if (found.kind === 'none') return false
  console.log(`The window is shown by ${found.program}; press Ctrl-C to end.`)
  spawn(found.program, [`--app=${address}`], { stdio: 'ignore', detached: true }).unref()
  return true
}
