/** `npm run build`: builds the programs and the window into dist/; --force builds even what is fresh. */
import { build, ensureBuilt } from './building/build.mjs'
import { buildWindow, ensureWindowBuilt } from './building/build-window.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  if (process.argv.includes('--force')) {
    await build()
    await buildWindow()
  } else {
    await ensureBuilt()
    await ensureWindowBuilt()
  }
  return 0
})
