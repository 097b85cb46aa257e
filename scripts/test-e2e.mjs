/** `npm run test:e2e`: the specs that drive the window, over every shell; further arguments go to Playwright. */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'
import { runSpecs } from './testing/run-specs.mjs'

await runScript(async () => {
  await ensureNodePackages()
  return runSpecs(process.argv.slice(2))
})
