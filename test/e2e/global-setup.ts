import type { FullConfig } from '@playwright/test'
import { ensureWindowBuilt } from '../../scripts/building/build-window.mjs'
import { ensureBuilt } from '../../scripts/building/build.mjs'
import { buildDouble } from '../electron-double/build-double.ts'
import { findTestBrowser } from './shells/chromium.ts'
import { electronProgram, NO_ELECTRON } from './shells/electron-program.ts'

/** Once before all workers: the app and the double of Electron built, the browser unpacked. */
// eslint-disable-next-line no-restricted-exports -- Playwright calls the default export
export default async function prepare({ projects }: FullConfig): Promise<void> {
  await ensureBuilt()
  await ensureWindowBuilt()
  findTestBrowser()
  await buildDouble()
  // Its reporter counts skipped tests and keeps their reason to itself.
  if (projects.some(({ name }) => name === 'electron') && electronProgram() === undefined) {
    process.stdout.write(`\nelectron (the real one): skipped. ${NO_ELECTRON}\n`)
  }
}
