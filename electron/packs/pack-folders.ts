import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { userDataFolder } from './data-folder.ts'

/** Where packs and annotators are looked for, first match wins. */
export interface ModelFolders {
  readonly packFolders: readonly string[]
  readonly annotatorFolders: readonly string[]
}

/**
 * The folder that holds the shipped `models/`: the nearest ancestor of this very file (or of the bundle that
 * contains it) with `models/packs`. Electron passes its resources folder instead, as models stay outside the asar.
 */
export function applicationRoot(start: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = start
  while (!existsSync(join(folder, 'models', 'packs'))) {
    const parent = dirname(folder)
    if (parent === folder) return start
    folder = parent
  }
  return folder
}

/** Shipped models first, so that an imported pack cannot pose as a shipped one; then the user's own. */
export function modelFolders(root: string = applicationRoot(), dataFolder: string = userDataFolder()): ModelFolders {
  return {
    packFolders: [join(root, 'models', 'packs'), userPackFolder(dataFolder)],
    annotatorFolders: [join(root, 'models', 'annotators')],
  }
}

/** Where imported packs are written. */
export function userPackFolder(dataFolder: string = userDataFolder()): string {
  return join(dataFolder, 'packs')
}
