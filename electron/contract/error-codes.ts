import { z } from 'zod'

/**
 * Why a request failed, as a closed set that callers switch on (the command line maps it to exit codes).
 *
 * - `bad-request`: the request itself is wrong (sizes, unknown class ids, a missing exemplar).
 * - `pack-missing`, `pack-broken`: no such pack or annotator; a manifest, graph or checksum that does not fit.
 * - `provider-failed`: the execution provider could not load or run the graphs.
 * - `host-unavailable`: the inference host could not start, crashed twice or stopped answering.
 * - `protocol`: the two sides disagree on the messages.
 * - `internal`: a bug of ours.
 */
export const errorCodeSchema = z.enum([
  'bad-request',
  'pack-missing',
  'pack-broken',
  'provider-failed',
  'host-unavailable',
  'protocol',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

/**
 * A failure that a user may read: `message` is ONE sentence that says what is wrong and how to mend it.
 * It crosses process borders as its code and message; stack traces never do.
 */
export class CocanvasError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CocanvasError'
    this.code = code
  }
}
