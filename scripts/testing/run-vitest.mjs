import path from 'node:path'

import { ensureBuilt } from '../building/build.mjs'
import { reportsFolder, root } from '../setup/repository.mjs'
import { runCommand } from '../setup/run-command.mjs'

/**
 * Vitest's tests; some of them run the built programs.
 *
 * @param {readonly string[]} args With `--watch` it stays and runs what a saved file concerns.
 */
export async function runVitest(args) {
  await ensureBuilt()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  if (args.includes('--watch')) return runCommand(process.execPath, [vitest, ...args])
  const report = `--outputFile.json=${path.join(reportsFolder, 'vitest.json')}`
  return runCommand(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', report, ...args])
}
