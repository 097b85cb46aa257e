/** `npm test`: sets up, builds and runs every TypeScript test; further arguments go to Vitest. */
import path from 'node:path'

import { ensureBuilt } from './building/build.mjs'
import { ensureNodePackages } from './setup/node-packages.mjs'
import { reportsFolder, root } from './setup/repository.mjs'
import { runCommand, runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  await ensureBuilt()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const report = `--outputFile.json=${path.join(reportsFolder, 'vitest.json')}`
  return runCommand(process.execPath, [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    report,
    ...process.argv.slice(2),
  ])
})
