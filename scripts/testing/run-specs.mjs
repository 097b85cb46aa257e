import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { runCommand } from '../setup/run-command.mjs'

/**
 * Playwright over the built app, which its global setup builds when the source has changed.
 *
 * @param {readonly string[]} args
 */
export function runSpecs(args) {
  return runCommand(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args])
}
