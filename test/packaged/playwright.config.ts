import { defineConfig } from '@playwright/test'
import type { ShellKind } from '../e2e/shells/running-app.ts'

/** `npm run package` runs this over what it has just packed. */
export default defineConfig<object, { shell: ShellKind }>({
  testDir: '.',
  globalSetup: '../e2e/global-setup.ts',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../dist/reports/packaged.json' }]],
})
