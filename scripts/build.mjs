/** `npm run build`: bundles the command line and the inference host into dist/; --force builds even what is fresh. */
import { build, ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  await (process.argv.includes('--force') ? build() : ensureBuilt())
  return 0
})
