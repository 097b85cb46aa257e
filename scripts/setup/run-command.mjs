import { spawn } from 'node:child_process'
import { constants } from 'node:os'

import { root } from './repository.mjs'

/**
 * Runs a command on this terminal and gives back its exit status (128 + signal number when a signal ended it).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runCommand(command, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell can start.
    const shell = process.platform === 'win32' && command === 'npm'
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', shell })
    const ignore = () => undefined
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => void child.kill(signal)
    // Ctrl-C reaches the child too, and this process has to stay alive until the child has ended to pass its exit
    // status on. Other signals reach this process alone, and the child would go on unseen.
    process.on('SIGINT', ignore)
    process.on('SIGTERM', forward)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal]))
    })
  })
}

/**
 * Runs a command on whose success later steps depend.
 *
 * @param {string} complaint One sentence, shown when the command fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function mustRun(complaint, command, args, options) {
  const status = await runCommand(command, args, options).catch(() => 127)
  if (status !== 0) throw new SetupError(complaint, status)
}

/** A fault that the user can mend; only its message is shown, without a stack trace. */
export class SetupError extends Error {
  /**
   * @param {string} message One sentence: what is wrong and how to mend it.
   * @param {number} [status] Exit status of the process.
   */
  constructor(message, status = 1) {
    super(message)
    this.status = status
  }
}

/**
 * Runs a script's main function; for a fault that the user can mend, only its sentence is shown.
 *
 * @param {() => Promise<number | undefined>} main Gives the exit status.
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exitCode = error.status
  }
}
