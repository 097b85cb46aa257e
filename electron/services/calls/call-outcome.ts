import type { CallOutcome } from '../../contract/call-outcome.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'

/** A refusal of the disk is not a bug: a full disk must not be reported as a fault of the program. */
function fileFailureSentence(error: unknown): string {
  return `A file could not be read or written, because ${fileFailureReason(error)}: mend that and try again.`
}

/**
 * Runs something for a page and describes how it ended. Never rejects.
 *
 * @param reportBug receives what is no user's fault: the page only learns that something went wrong.
 */
export async function outcomeOf(
  run: () => Promise<unknown>,
  reportBug: (error: unknown) => void,
): Promise<CallOutcome> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    if (error instanceof CocanvasError) return { ok: false, code: error.code, message: error.message }
    if (fileFailureCode(error)?.startsWith('E') === true)
      return { ok: false, code: 'bad-request', message: fileFailureSentence(error) }
    reportBug(error)
    return {
      ok: false,
      code: 'internal',
      message: 'Something went wrong inside Cocanvas: save your work and start it anew.',
    }
  }
}
