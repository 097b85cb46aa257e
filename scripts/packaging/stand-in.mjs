import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'

const PROGRAM = `#!/bin/sh
echo "This is no Electron: the package was made without one, to check what is in it." >&2
exit 1
`

/**
 * Makes a folder that electron-builder accepts as an Electron distribution, where there is none: then everything that
 * is packed is real except the program.
 *
 * @param {string} folder Emptied first.
 */
export function makeStandIn(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
  mkdirSync(path.join(folder, 'locales'))
  writeFileSync(path.join(folder, 'locales/en-US.pak'), '')
  writeFileSync(path.join(folder, 'electron'), PROGRAM, { mode: 0o755 })
  writeFileSync(path.join(folder, 'version'), wantedElectronVersion())
}

function wantedElectronVersion() {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'))
  return /** @type {{ version: string }} */ (parsed).version
}
