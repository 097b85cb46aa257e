import { buildDouble } from '../electron-double/build-double.ts'
import { findTestBrowser } from './shells/chromium.ts'

/** Once before all workers: the browser unpacked, the double of Electron built. */
// eslint-disable-next-line no-restricted-exports -- Playwright calls the default export
export default async function prepare(): Promise<void> {
  findTestBrowser()
  await buildDouble()
}
