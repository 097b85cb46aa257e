import { findElectron } from './electron-program.mjs'
import { fetchElectron } from './fetch-electron.mjs'

/**
 * What decides which shell opens; passed in so that tests need neither a screen nor Electron.
 *
 * @typedef {object} StartSurroundings
 * @property {boolean} web Whether the user asked for the web shell.
 * @property {boolean} screen Whether windows can be shown at all.
 * @property {() => string | undefined} find Gives the Electron program.
 * @property {() => Promise<string | undefined>} fetch Fetches it; gives the reason when that was not possible.
 */

/** @typedef {{ shell: 'electron', program: string } | { shell: 'web', reason: string }} ShellChoice */

/**
 * @param {StartSurroundings} surroundings
 * @returns {Promise<ShellChoice>}
 */
export async function chooseShell({ web, screen, find, fetch }) {
  if (web) return { shell: 'web', reason: 'you asked for it' }
  if (!screen) return { shell: 'web', reason: 'there is no screen for a window of Electron' }
  const present = find()
  if (present !== undefined) return { shell: 'electron', program: present }
  const obstacle = await fetch()
  const fetched = find()
  if (fetched !== undefined) return { shell: 'electron', program: fetched }
  return { shell: 'web', reason: `Electron is not here, and ${obstacle ?? 'its installer left no program'}` }
}

/**
 * This machine as it is.
 *
 * @param {boolean} web
 * @returns {StartSurroundings}
 */
export function currentSurroundings(web) {
  const { platform, env } = process
  const screen = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  return { web, screen, find: findElectron, fetch: fetchElectron }
}
