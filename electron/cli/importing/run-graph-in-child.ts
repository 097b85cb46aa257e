import { fork } from 'node:child_process'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { GraphTensors, RunGraph } from '../../importer/conversion/graph-runner.ts'
import { graphAnswerSchema } from './graph-message.ts'

/** Runs each graph in a process of its own, which ends at once when the signal is aborted. */
export function runGraphInChild(program: string): RunGraph {
  return (file, feeds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const child = fork(program, [], {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        // Out of the terminal's reach: on Ctrl-C this process ends it.
        detached: process.platform !== 'win32',
      })
      const end = (): boolean => child.kill('SIGKILL')
      const cancel = (): void => {
        end()
        reject(asError(signal.reason))
      }
      signal.addEventListener('abort', cancel, { once: true })
      // A second Ctrl-C ends this process without asking anybody.
      process.once('exit', end)
      child.once('message', (message) => {
        try {
          resolve(outputsOf(message))
        } catch (error) {
          reject(asError(error))
        }
      })
      child.once('error', (error) => {
        reject(failure(error.message))
      })
      child.once('exit', (code, name) => {
        signal.removeEventListener('abort', cancel)
        process.off('exit', end)
        reject(failure(name === null ? `exit code ${code ?? 'unknown'}` : `signal ${name}; is there enough memory?`))
      })
      child.send({ file, feeds: new Map(feeds) }, () => undefined)
    })
}

function outputsOf(message: unknown): GraphTensors {
  const answer = graphAnswerSchema.parse(message)
  if ('outputs' in answer) return answer.outputs
  throw failure(answer.failure)
}

function failure(reason: string): CocanvasError {
  return new CocanvasError(
    'provider-failed',
    `The self-test could not run the converted graphs (${reason}), so no pack was written; free some memory and try again.`,
  )
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
