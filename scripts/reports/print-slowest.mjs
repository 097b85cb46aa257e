import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { reportsFolder, root } from '../setup/repository.mjs'
import { playwrightTimes, slowestLines, vitestTimes } from './test-times.mjs'

/** @param {number} count Files and tests of each runner. */
export function printSlowest(count) {
  /** @param {string} file */
  const text = (file) => {
    const report = path.join(reportsFolder, file)
    return existsSync(report) ? readFileSync(report, 'utf8') : undefined
  }
  const vitest = text('vitest.json')
  const specs = text('playwright.json')
  const times = [
    ...(vitest === undefined ? [] : [vitestTimes(vitest, root)]),
    ...(specs === undefined ? [] : [playwrightTimes(specs, 'test/e2e')]),
  ]
  for (const lines of times.map((one) => slowestLines(one, count))) if (lines.length > 0) console.log(lines.join('\n'))
}
