import type { FullConfig } from '@playwright/test'
import { ensureWindowBuilt } from '../../scripts/building/build-window.mjs'
import { ensureBuilt } from '../../scripts/building/build.mjs'
import { findElectron } from '../../scripts/starting/electron-program.mjs'
import { buildDouble } from '../electron-double/build-double.ts'
import { findTestBrowser } from '../../scripts/testing/chromium.ts'
import { NO_ELECTRON } from './shells/no-electron.ts'

/** Once before all workers: the app and the double of Electron built, the browser unpacked. */
// eslint-disable-next-line no-restricted-exports -- Playwright calls the default export
export default async function prepare({ projects }: FullConfig): Promise<void> {
  await ensureBuilt()
  await ensureWindowBuilt()
  findTestBrowser()
  await buildDouble()
  // Its reporter counts skipped tests and keeps their reason to itself.
  if (projects.some(({ name }) => name === 'electron') && findElectron() === undefined) {
    process.stdout.write(`\nelectron (the real one): skipped. ${NO_ELECTRON}\n`)
  }
}
