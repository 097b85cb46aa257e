/**
 * Installs what is missing: the npm packages, and with --python the training kit's environment too. When everything is
 * there it does nothing, so every command may call it first. It uses only what Node itself has.
 */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { ensurePython } from './setup/python-environment.mjs'
import { runScript } from './setup/run-command.mjs'

await runScript(async () => {
  await ensureNodePackages()
  if (process.argv.includes('--python')) await ensurePython()
  return 0
})
