import { runCommand } from '../setup/run-command.mjs'
import { root } from '../setup/repository.mjs'

/**
 * If Electron ends with an error before this time, it has not shown anything: a library is missing, or the sandbox is
 * not allowed.
 */
const STARTUP_MS = 5000

/**
 * Runs the editor in Electron until it is closed.
 *
 * @param {string} program
 * @param {readonly string[]} files
 * @returns {Promise<number | undefined>} The exit status; undefined when Electron could not run at all.
 */
export async function runElectron(program, files) {
  // Chromium refuses to run its sandbox as root, which is how containers run everything.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = performance.now()
  const status = await runCommand(program, [...asRoot, root, ...files]).catch(() => 1)
  return status !== 0 && performance.now() - start < STARTUP_MS ? undefined : status
}
