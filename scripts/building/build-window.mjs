import { readdirSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'
import { describeBuild, isBuildFresh, unlessVanished } from './build-stamp.mjs'
import { replaceFile } from './replace-file.mjs'

/** Folders of which the window is built. */
const BUILT_IN = [
  'renderer',
  'electron/client',
  'electron/conditions',
  'electron/contract',
  'electron/resampling',
  'electron/wire',
  'assets/poses',
  'docs/guide',
]

const stampFile = path.join(root, 'dist/window-stamp.json')

/**
 * Builds the window (dist/renderer) unless it is fresh. It is built apart from the programs, because it takes seconds.
 * @throws {SetupError}
 */
export async function ensureWindowBuilt() {
  if (!isBuildFresh(root, stampFile)) await buildWindow()
}

/** Builds the window with Vite. @throws {SetupError} when the source does not build. */
export async function buildWindow() {
  const vite = await import('vite')
  await vite
    .build({ root: path.join(root, 'renderer'), configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
    .catch((/** @type {unknown} */ error) => {
      console.error(error instanceof Error ? error.message : error)
      throw new SetupError('The window does not build; mend the errors above.')
    })
  // A new file becomes part of the build only when a known file imports it, so it is enough to look at the known ones.
  const sources = BUILT_IN.flatMap(filesUnder)
  const also = ['package-lock.json', 'vite.config.ts', 'scripts/building/build-window.mjs']
  const outputs = filesUnder('dist/renderer')
  replaceFile(stampFile, JSON.stringify(describeBuild(root, [...sources, ...also], outputs), undefined, 1))
}

/**
 * @param {string} folder From the root.
 * @throws {SetupError} when a folder in it vanishes meanwhile
 */
function filesUnder(folder) {
  return unlessVanished(folder, () => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}
