import { defineConfig } from '@playwright/test'
import type { ShellKind } from './test/e2e/shells/running-app.ts'

const shells: readonly ShellKind[] = ['electron', 'electron-double', 'web']

/** The same specs over every shell; `electron` skips itself with a printed reason where there is no binary. */
export default defineConfig<object, { shell: ShellKind }>({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // The host computes on two threads; more workers would only wait for each other.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  // A shared machine can starve one step for half a minute; a second failure is a bug, and a flaky spec is named in the report.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'dist/reports/playwright.json' }]],
  projects: shells.map((shell) => ({ name: shell, use: { shell } })),
})
