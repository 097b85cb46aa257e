import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'

import { SetupError } from '../setup/run-command.mjs'
import { findElectronDistribution } from '../starting/electron-program.mjs'

/**
 * A folder with an unpacked Electron, as its releases are.
 *
 * @typedef {object} ElectronDistribution
 * @property {string} folder
 * @property {string} version Without the v.
 * @property {boolean} isProgram Whether its program is one that the system runs, and no script that stands in for it.
 */

const PROGRAMS = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']

/**
 * The distribution that is at hand: the given one, else the one that npm's package has fetched.
 *
 * @param {string | undefined} given
 * @returns {ElectronDistribution | undefined}
 * @throws {SetupError} when the given folder holds none.
 */
export function findDistribution(given) {
  const folder = given === undefined ? findElectronDistribution() : path.resolve(given)
  return folder === undefined ? undefined : describeDistribution(folder)
}

/** @param {string} folder @returns {ElectronDistribution} */
function describeDistribution(folder) {
  const program = PROGRAMS.map((name) => path.join(folder, name)).find(existsSync)
  const versionFile = path.join(folder, 'version')
  if (program === undefined || !existsSync(versionFile)) {
    throw new SetupError(
      `${folder} holds no unpacked Electron (a program and a file called version); name another folder.`,
    )
  }
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { folder, version, isProgram: firstBytes(program) !== '#!' }
}

/** @param {string} file */
function firstBytes(file) {
  const handle = openSync(file, 'r')
  const bytes = Buffer.alloc(2)
  readSync(handle, bytes, 0, 2, 0)
  closeSync(handle)
  return bytes.toString('latin1')
}
