import { SetupError } from '../setup/run-command.mjs'

/**
 * The address that a web shell prints when it listens.
 *
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} shell
 * @returns {Promise<URL>}
 * @throws {SetupError} when it ends without one; it has said why on its standard error.
 */
export function shellAddress(shell) {
  return new Promise((resolve, reject) => {
    let text = ''
    shell.stdout.setEncoding('utf8').on('data', (/** @type {string} */ piece) => {
      text += piece
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(text) ?? []
      if (address !== undefined) resolve(new URL(address))
    })
    shell.once('exit', () => {
      reject(new SetupError('The web shell ended before it was ready; mend what it says above.'))
    })
  })
}
