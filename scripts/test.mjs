/**
 * `npm test [-- NAME … | --watch]`: sets up, builds and runs every TypeScript test, first Vitest's, then the specs that drive the
 * window, and tells which were slow. Names are parts of paths; `--watch` and other options are Vitest's.
 */
import { printSlowest } from './reports/print-slowest.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'
import { chooseTests } from './testing/choose-tests.mjs'
import { runSpecs } from './testing/run-specs.mjs'
import { runVitest } from './testing/run-vitest.mjs'

await runScript(async () => {
  const { vitest, specs } = chooseTests(process.argv.slice(2))
  await ensureNodePackages()
  const status = vitest === undefined ? 0 : await runVitest(vitest)
  // Both run, so that one run shows everything that has to be mended.
  const specStatus = specs === undefined ? 0 : await runSpecs(specs)
  if (process.argv.length === 2) printSlowest(5)
  return status === 0 ? specStatus : status
})
