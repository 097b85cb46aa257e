import { CocanvasError, type ErrorCode } from '../contract/error-codes.ts'
import { fileFailureCode, fileFailureReason, isFileFailure } from '../images/file-failure.ts'
import { EXIT_CODES, type ExitCode } from './exit-codes.ts'

const CODE_OF_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  'bad-request': EXIT_CODES.badInput,
  'pack-missing': EXIT_CODES.packFailure,
  'pack-broken': EXIT_CODES.packFailure,
  'provider-failed': EXIT_CODES.providerFailure,
  'host-unavailable': EXIT_CODES.providerFailure,
  protocol: EXIT_CODES.providerFailure,
  internal: EXIT_CODES.internal,
}

/** The job was stopped by the user (Ctrl-C). */
export class CancelledError extends Error {
  constructor() {
    super('Cancelled.')
    this.name = 'CancelledError'
  }
}

/** Several things went wrong and were told one by one; `exitCode` is that of the gravest. */
export class PartialFailure extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode) {
    super(message)
    this.name = 'PartialFailure'
    this.exitCode = exitCode
  }
}

/** The exit code and the sentence for stderr that an error stands for. */
export function describeFailure(error: unknown): { readonly exitCode: ExitCode; readonly message: string } {
  if (error instanceof CancelledError) return { exitCode: EXIT_CODES.cancelled, message: error.message }
  if (error instanceof PartialFailure) return { exitCode: error.exitCode, message: error.message }
  if (error instanceof CocanvasError) return { exitCode: CODE_OF_ERROR[error.code], message: error.message }
  const code = fileFailureCode(error)
  if (code !== undefined && isFileFailure(code))
    return { exitCode: EXIT_CODES.badInput, message: fileFailureText(error) }
  const detail = error instanceof Error ? error.message : String(error)
  return { exitCode: EXIT_CODES.internal, message: `Cocanvas met a fault of its own (${detail}): please report it.` }
}

/** What the machine refuses is no fault of Cocanvas, wherever it is met: a full disk, a lost permission, too many open files. */
function fileFailureText(error: unknown): string {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'A file'
  return `${path} cannot be read or written: ${fileFailureReason(error)}.`
}
