import { homedir } from 'node:os'
import { join } from 'node:path'

/** What decides where a user's data lives; passed in so that tests need no real home. */
export interface DataFolderSurroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly homeFolder: string
}

/**
 * The folder of everything Cocanvas keeps for a user: `COCANVAS_DATA` if set, else XDG_DATA_HOME on Linux,
 * Application Support on macOS, LOCALAPPDATA on Windows. It need not exist yet.
 */
export function userDataFolder(surroundings: DataFolderSurroundings = currentSurroundings()): string {
  const { platform, environment, homeFolder } = surroundings
  const override = environment['COCANVAS_DATA']
  if (override !== undefined && override !== '') return override
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(homeFolder, 'AppData', 'Local'), 'Cocanvas')
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', 'Cocanvas')
  // An empty XDG_DATA_HOME means unset (XDG Base Directory Specification).
  return join(environment['XDG_DATA_HOME'] || join(homeFolder, '.local', 'share'), 'cocanvas')
}

function currentSurroundings(): DataFolderSurroundings {
  return { platform: process.platform, environment: process.env, homeFolder: homedir() }
}
