import { parseArgs } from 'node:util'

import { SetupError } from '../setup/run-command.mjs'

export const START_HELP = `npm start -- [--web] [--no-window] [project.cocanvas or photo]

Opens the editor, and a project or a photo to be edited in it, in Electron, or where that cannot be had in an app window of an installed Chromium or Chrome.

  --web        use the browser even where Electron is at hand
  --no-window  only serve the editor and print its address (for servers and tests)
  --help       show this

The environment can name programs: ELECTRON_BIN, COCANVAS_BROWSER (or none).
`

/**
 * @param {readonly string[]} args
 * @returns {{ web: boolean, window: boolean, help: boolean, files: string[] }}
 * @throws {SetupError} for an option that does not exist.
 */
export function readStartArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { web: { type: 'boolean' }, 'no-window': { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
    const window = values['no-window'] !== true
    return { web: values.web === true || !window, window, help: values.help === true, files: positionals }
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${START_HELP}`, 2)
  }
}
