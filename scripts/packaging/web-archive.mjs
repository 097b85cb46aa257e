import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { appFacts, stageApp } from './stage-app.mjs'

const LAUNCHER = `#!/bin/sh
# Opens Cocanvas in an app window of Chromium or Chrome, or prints an address; needs Node 20 or newer.
exec node "$(dirname "$(readlink -f "$0")")/dist/web-shell.js" "$@"
`

/**
 * The web shell as an archive that runs wherever Node does: unpack it and start \`cocanvas\`.
 *
 * @param {string} output Folder for the archive.
 * @returns {string} The archive.
 */
export function makeWebArchive(output) {
  const { name, version } = appFacts()
  const title = `${name}-web-${version}-${process.platform}-${process.arch}`
  const folder = path.join(output, title)
  stageApp('web', folder)
  for (const shipped of ['models/packs', 'models/annotators', 'assets']) {
    cpSync(path.join(root, shipped), path.join(folder, shipped), { recursive: true })
  }
  writeFileSync(path.join(folder, 'cocanvas'), LAUNCHER)
  chmodSync(path.join(folder, 'cocanvas'), 0o755)
  mkdirSync(output, { recursive: true })
  const archive = path.join(output, `${title}.tar.gz`)
  const owner = process.platform === 'linux' ? ['--owner=0', '--group=0', '--sort=name'] : []
  execFileSync('tar', [...owner, '-czf', archive, '-C', output, title], { stdio: ['ignore', 'ignore', 'inherit'] })
  rmSync(folder, { recursive: true, force: true })
  return archive
}
