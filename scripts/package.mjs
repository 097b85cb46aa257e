/**
 * `npm run package -- [--electron-dist FOLDER]`: makes what users install, and checks it.
 *
 * With an Electron distribution (the given folder, or the one that npm's package has downloaded) it makes an unpacked
 * folder and, on Debian and its derivatives, a .deb; without one the same folder with a stand-in for the program. In
 * both cases the packed files are run on the double of Electron. The web shell is archived too.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { ensureBuilt } from './building/build.mjs'
import { ensureWindowBuilt } from './building/build-window.mjs'
import { buildPackage, hasProgram } from './packaging/build-package.mjs'
import { checkBuilderConfiguration, readBuilderConfiguration } from './packaging/builder-configuration.mjs'
import { findDistribution } from './packaging/electron-distribution.mjs'
import { stageApp } from './packaging/stage-app.mjs'
import { makeStandIn } from './packaging/stand-in.mjs'
import { makeWebArchive } from './packaging/web-archive.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'
import { runSpecs } from './testing/run-specs.mjs'

const folder = path.join(root, 'dist/package')
const output = path.join(folder, 'out')

await runScript(async () => {
  const { values } = parseArgs({ options: { 'electron-dist': { type: 'string' } } })
  await ensureNodePackages()
  await ensureBuilt()
  await ensureWindowBuilt()
  await checkBuilderConfiguration(readBuilderConfiguration())
  console.log('electron-builder.yml fits its schema.')
  rmSync(output, { recursive: true, force: true })
  stageApp('electron', path.join(folder, 'app'))
  await packElectron(values['electron-dist'] ?? process.env['COCANVAS_ELECTRON_DIST'])
  report(makeWebArchive(path.join(folder, 'web')))
  return runSpecs(['--config', 'test/packaged/playwright.config.ts'])
})

/** @param {string | undefined} given */
async function packElectron(given) {
  const found = findDistribution(given)
  if (found === undefined) {
    console.log(
      'There is no Electron here (fetch it with `npx install-electron`, or name one with --electron-dist), so a',
    )
    console.log('stand-in takes its place: the packed files are checked, and nothing installable is made.')
    makeStandIn(path.join(folder, 'stand-in'))
    const distribution = findDistribution(path.join(folder, 'stand-in'))
    if (distribution !== undefined) await buildPackage(distribution, output, ['dir'])
    return
  }
  const what = found.isProgram ? 'Electron' : 'a stand-in for Electron'
  console.log(`Packing with ${what} ${found.version} of ${found.folder}.`)
  const debian = process.platform === 'linux' && hasProgram('dpkg-deb')
  for (const file of await buildPackage(found, output, debian ? ['dir', 'deb'] : ['dir'])) report(file)
}

/** @param {string} file */
function report(file) {
  if (existsSync(file)) console.log(`${path.relative(root, file)}: ${(statSync(file).size / 1e6).toFixed(1)} MB`)
}
