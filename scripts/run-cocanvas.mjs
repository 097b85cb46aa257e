/**
 * `npm run -s cocanvas -- …`: the command line of this clone, built first when the source has changed. The program is
 * loaded into this process, so that signals and exit codes are its own.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { root } from './setup/repository.mjs'
import { runScript } from './setup/run-command.mjs'

const program = path.join(root, 'dist/cli.js')

await runScript(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  return 0
})

if (process.exitCode === 0) {
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}
