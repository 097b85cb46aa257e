import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'
import type { TextSink } from '../environment.ts'

/**
 * A stream of the process as a place for text. A reader that has seen enough (`| head`) is no failure; anything else is told once,
 * through `onFailure`, as one sentence.
 *
 * @param stream `process.stdout` or `process.stderr`
 */
export function streamSink(stream: NodeJS.WriteStream, onFailure: (sentence: string) => void): TextSink {
  let failed = false
  stream.on('error', (error) => {
    if (failed || fileFailureCode(error) === 'EPIPE') return
    failed = true
    onFailure(`The output cannot be written: ${fileFailureReason(error)}.`)
  })
  return {
    write: (text) => {
      stream.write(text)
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 80,
  }
}
