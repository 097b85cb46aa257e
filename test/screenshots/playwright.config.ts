import { defineConfig } from '@playwright/test'
import type { ShellKind } from '../e2e/shells/running-app.ts'

/** `npm run screenshots`: the pictures of docs/screenshots, taken of the built web shell with a fresh profile. */
export default defineConfig<object, { shell: ShellKind }>({
  testDir: '.',
  globalSetup: '../e2e/global-setup.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  // The shipped pack labels every sample photo first, and the machine may be busy with other things.
  timeout: 900_000,
  expect: { timeout: 240_000 },
  reporter: [['list']],
  projects: [{ name: 'web', use: { shell: 'web' } }],
})
