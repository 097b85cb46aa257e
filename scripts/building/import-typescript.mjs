import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'
import { externalPackages, REQUIRE_BANNER } from './targets.mjs'

/**
 * Bundles a TypeScript module of this repository and imports it; Node 20 cannot read TypeScript itself.
 *
 * @param {string} entry From the repository's root.
 * @returns {Promise<unknown>} The module; a JSDoc cast at the caller names its type.
 */
export async function importTypeScript(entry) {
  return import(pathToFileURL(await bundleTypeScript(entry)).href)
}

/**
 * Bundles a TypeScript program of this repository for Node.
 *
 * @param {string} entry From the repository's root.
 * @param {string} [repository] Its root; programs that are bundles themselves have to name it.
 * @returns {Promise<string>} The bundle's path.
 * @throws {SetupError} when it does not build (the compiler's messages are shown before)
 */
export async function bundleTypeScript(entry, repository = root) {
  const esbuild = await import('esbuild')
  // Inside node_modules, so that packages left outside the bundle are found from there.
  const folder = path.join(repository, 'node_modules/.cache/cocanvas')
  mkdirSync(folder, { recursive: true })
  // Named by its whole path: two suites are both called suite.ts, and a module is loaded once per name.
  const outfile = path.join(folder, `${entry.replaceAll('/', '-')}.mjs`)
  await esbuild
    .build({
      absWorkingDir: repository,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      banner: { js: REQUIRE_BANNER },
      external: [...externalPackages, 'esbuild'],
      sourcemap: 'inline',
      logLevel: 'warning',
    })
    .catch(() => {
      throw new SetupError(`${entry} does not build; mend the errors above.`)
    })
  return outfile
}
