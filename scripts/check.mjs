/**
 * `npm run check`: every check with its duration. All of them run, so that one run shows everything that has to be
 * mended.
 */
import { ensureNodePackages } from './setup/node-packages.mjs'
import { runCommand, runScript } from './setup/run-command.mjs'

const CHECKS = ['types', 'lint', 'format', 'dead-code', 'cycles', 'folders', 'packs', 'python']

await runScript(async () => {
  await ensureNodePackages()
  const failed = []
  for (const check of CHECKS) {
    const start = performance.now()
    const status = await runCommand('npm', ['run', '--silent', `check:${check}`])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} check:${check} (${seconds} s)`)
    if (status !== 0) failed.push(check)
  }
  if (failed.length > 0) console.error(`These checks failed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
})
