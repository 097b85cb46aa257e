import { readFileSync } from 'node:fs'
import path from 'node:path'

import { isInstallCurrent } from './lockfile-state.mjs'
import { root } from './repository.mjs'
import { SetupError, mustRun } from './run-command.mjs'

/** @typedef {import('./lockfile-state.mjs').Lockfile} Lockfile */

const OLDEST_NODE = 20

/** Installs the locked npm packages unless they are there already. @throws {SetupError} when that cannot be done. */
export async function ensureNodePackages() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    throw new SetupError(
      `Cocanvas needs Node ${OLDEST_NODE} or newer and this is ${process.version}; install a newer Node.`,
    )
  }
  if (packagesAreCurrent()) return
  console.error('Installing the locked npm packages …')
  // The install script of onnxruntime-node would download GPU libraries; npm 11 skips it because of package.json, older
  // versions because of this variable.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' }
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  await mustRun('The npm packages could not be installed; connect to the internet and run `npm ci`.', 'npm', args, {
    env,
  })
}

function packagesAreCurrent() {
  const wanted = readJson('package-lock.json')
  const installed = readJson('node_modules/.package-lock.json')
  return wanted !== undefined && installed !== undefined && isInstallCurrent(wanted, installed)
}

/**
 * @param {string} file From the repository root.
 * @returns {Lockfile | undefined}
 */
function readJson(file) {
  try {
    /** @type {unknown} */
    const parsed = JSON.parse(readFileSync(path.join(root, file), 'utf8'))
    return /** @type {Lockfile} */ (parsed)
  } catch {
    return undefined
  }
}
