import path from 'node:path'

import { replaceFile } from '../building/replace-file.mjs'
import { reportsFolder, root } from '../setup/repository.mjs'

/**
 * @param {import('./rounds.mjs').Report} report
 * @returns {string} The file, from the root.
 */
export function writeReport(report) {
  const file = path.join(reportsFolder, `bench-${report.suite}.json`)
  replaceFile(file, `${JSON.stringify(report, undefined, 2)}\n`)
  return path.relative(root, file)
}
