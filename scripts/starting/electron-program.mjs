import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'

const packageFolder = path.join(root, 'node_modules/electron')

/**
 * The real Electron: the one that ELECTRON_BIN names, else the one that npm's package has downloaded. The package
 * itself is never loaded, because that would start a download.
 *
 * @returns {string | undefined}
 */
export function findElectron() {
  const chosen = process.env['ELECTRON_BIN']
  const program = chosen === undefined || chosen === '' ? fetchedProgram() : chosen
  return program !== undefined && existsSync(program) ? program : undefined
}

/** Folder of the fetched distribution, such as packaging wants; undefined when none was fetched. */
export function findElectronDistribution() {
  return fetchedProgram() === undefined ? undefined : path.join(packageFolder, 'dist')
}

/** The package's installer writes the name of the program at its very end; the name differs between systems. */
function fetchedProgram() {
  const note = path.join(packageFolder, 'path.txt')
  if (!existsSync(note)) return undefined
  const program = path.join(packageFolder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(program) ? program : undefined
}
