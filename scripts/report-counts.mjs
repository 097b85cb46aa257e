/** Prints `N passed, N failed`, counted over the reports that the test runners wrote to dist/reports. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { closingLine, playwrightCounts, pytestCounts, vitestCounts } from './reports/test-counts.mjs'
import { reportsFolder } from './setup/repository.mjs'

const readers = [
  { file: 'vitest.json', read: vitestCounts },
  { file: 'playwright.json', read: playwrightCounts },
  { file: 'packaged.json', read: playwrightCounts },
  { file: 'pytest.xml', read: pytestCounts },
]

const counts = readers
  .map(({ file, read }) => ({ file: path.join(reportsFolder, file), read }))
  .filter(({ file }) => existsSync(file))
  .map(({ file, read }) => read(readFileSync(file, 'utf8')))

console.log(closingLine(counts))
