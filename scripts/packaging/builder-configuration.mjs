import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { root } from '../setup/repository.mjs'

/** @typedef {import('electron-builder').Configuration} Configuration */

// The parts of electron-builder can only be loaded from where it is installed.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

/** @returns {Configuration} electron-builder.yml as it is. */
export function readBuilderConfiguration() {
  /** @type {unknown} */
  const yaml = builderRequire('js-yaml')
  const { load } = /** @type {{ load: (text: string) => unknown }} */ (yaml)
  return /** @type {Configuration} */ (load(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')))
}

/**
 * Checks a configuration against electron-builder's own schema.
 *
 * @param {unknown} configuration
 * @throws {Error} that names every key and value that does not fit.
 */
export async function checkBuilderConfiguration(configuration) {
  /** @type {unknown} */
  const checks = builderRequire('app-builder-lib/out/util/config/config')
  /** @type {unknown} */
  const logging = builderRequire('builder-util')
  const { validateConfiguration } =
    /** @type {{ validateConfiguration: (value: unknown, logger: unknown) => Promise<void> }} */ (checks)
  const { DebugLogger } = /** @type {{ DebugLogger: new (enabled: boolean) => unknown }} */ (logging)
  await validateConfiguration(configuration, new DebugLogger(false))
}
