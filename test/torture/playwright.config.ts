import { defineConfig } from '@playwright/test'
import type { ShellKind } from '../e2e/shells/running-app.ts'
import { order } from './torture-order.ts'

/** `npm run torture -- windows` runs this; COCANVAS_TORTURE says how many kills, and where to tell what became of them. */
export default defineConfig<object, { shell: ShellKind }>({
  testDir: '.',
  globalSetup: '../e2e/global-setup.ts',
  outputDir: '../../test-results/torture',
  workers: 1,
  // Far more than even a busy machine needs: whatever hangs is a fault, and must not hang the command.
  timeout: 300_000 + order.kills * 180_000 + order.strokes * 1000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  projects: [
    { name: 'web', use: { shell: 'web' } },
    { name: 'electron-double', use: { shell: 'electron-double' } },
  ],
})
