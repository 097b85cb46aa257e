import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { canReach, downloadHost } from './reach-host.mjs'

/** A machine that does not get an answer within this time is treated as one without a network. */
const REACH_MS = 3000
/** 120 MB over a slow connection; a user who does not want to wait presses Ctrl-C or starts with --web. */
const DOWNLOAD_MS = 10 * 60_000

/**
 * Fetches Electron's binary with the package's own installer, which compares checksums.
 *
 * @returns {Promise<string | undefined>} Why that was not possible; undefined when it is there now.
 */
export async function fetchElectron() {
  const installer = path.join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return 'its npm package is not installed'
  const host = downloadHost(process.env)
  if (!(await canReach(host, REACH_MS))) return `it cannot be fetched (${host.name} does not answer)`
  console.error('Fetching Electron (about 120 MB, once) … Ctrl-C ends this; `npm start -- --web` does without it.')
  return runInstaller(installer)
}

/** @param {string} installer @returns {Promise<string | undefined>} */
function runInstaller(installer) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: DOWNLOAD_MS })
    child.once('error', () => resolve('its installer does not start'))
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined)
      else resolve(signal === null ? 'its download failed' : 'its download did not end in ten minutes')
    })
  })
}
