import { execFileSync } from 'node:child_process'
import path from 'node:path'

import { root } from '../setup/repository.mjs'

/** @typedef {import('./electron-distribution.mjs').ElectronDistribution} ElectronDistribution */

/**
 * Packs the staged app with an Electron that is already here; nothing is downloaded.
 *
 * @param {ElectronDistribution} distribution
 * @param {string} output Folder for what is made.
 * @param {readonly string[]} targets Names of electron-builder's targets.
 * @returns {Promise<string[]>} The files made, as far as there are any beside the unpacked folder.
 */
export async function buildPackage(distribution, output, targets) {
  const { build, Platform } = await import('electron-builder')
  // The package's signature of what it may do is written into the program itself, which a script does not have.
  const fuses = distribution.isProgram ? {} : { electronFuses: null }
  if (targets.includes('deb') && hasProgram('dpkg-deb')) {
    process.env['CUSTOM_FPM_PATH'] = path.join(root, 'scripts/packaging/debian-package.mjs')
  }
  return build({
    projectDir: root,
    targets: Platform.current().createTarget([...targets]),
    publish: 'never',
    // Merged into electron-builder.yml, which electron-builder reads itself.
    config: {
      ...fuses,
      directories: { output },
      electronDist: distribution.folder,
      electronVersion: distribution.version,
    },
  })
}

/** @param {string} name */
export function hasProgram(name) {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
