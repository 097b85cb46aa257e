/**
 * `npm test`: sets up, builds and runs every TypeScript test, first Vitest's, then the specs that drive the window. Arguments
 * name a part of Vitest's; `npm run test:e2e -- …` runs a part of the specs.
 */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'
import { runSpecs } from './testing/run-specs.mjs'
import { runVitest } from './testing/run-vitest.mjs'

await runScript(async () => {
  await ensureNodePackages()
  const wanted = process.argv.slice(2)
  const status = await runVitest(wanted)
  if (wanted.length > 0) return status
  // Both, so that one run shows all there is to mend.
  const specStatus = await runSpecs([])
  return status === 0 ? specStatus : status
})
