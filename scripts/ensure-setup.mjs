/**
 * Installs what is missing: the npm packages, and with --python the training kit's environment too. Nothing happens when
 * all is there, so every command may call it first. Uses only what Node itself ships.
 */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { ensurePython } from './setup/python-environment.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  if (process.argv.includes('--python')) await ensurePython()
  return 0
})
