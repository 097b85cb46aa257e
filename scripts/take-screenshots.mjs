/**
 * `npm run screenshots`: takes all pictures of docs/screenshots again, from the built web shell with a fresh profile.
 */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'
import { runSpecs } from './testing/run-specs.mjs'

await runScript(async () => {
  await ensureNodePackages()
  return runSpecs(['--config', 'test/screenshots/playwright.config.ts', ...process.argv.slice(2)])
})
