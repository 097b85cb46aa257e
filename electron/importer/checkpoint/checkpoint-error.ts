/**
 * Why a checkpoint could not be read, as a closed set that callers switch on.
 *
 * - `missing`, `unreadable`: no such file; a folder, no permission, or a failing disk.
 * - `not-a-checkpoint`: a file of some other kind.
 * - `not-a-state-dict`: a checkpoint without one plain set of named tensors.
 * - `truncated`: the file ends too early. `damaged`: its parts contradict each other.
 * - `refused`: it asks for code that a state dict never needs; nothing was run.
 * - `unsupported`: harmless, but stored in a way that this reader does not read.
 * - `too-large`: it claims sizes beyond what any network needs.
 */
export type CheckpointErrorCode =
  | 'missing'
  | 'unreadable'
  | 'not-a-checkpoint'
  | 'not-a-state-dict'
  | 'truncated'
  | 'damaged'
  | 'refused'
  | 'unsupported'
  | 'too-large'

/** A failure that a user may read: `message` is one sentence saying what is wrong and how to mend it. */
export class CheckpointError extends Error {
  readonly code: CheckpointErrorCode

  constructor(code: CheckpointErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CheckpointError'
    this.code = code
  }
}

export const DOWNLOAD_AGAIN = 'download or copy it again'
export const SAVE_STATE_DICT = 'save it again with torch.save(model.state_dict(), path)'

/** The file's parts contradict each other; `what` is the contradiction, without a full stop. */
export function damaged(what: string): CheckpointError {
  return new CheckpointError('damaged', `the file is damaged (${what}); ${DOWNLOAD_AGAIN}.`)
}

/** The file ends inside `what`. */
export function truncated(what: string): CheckpointError {
  return new CheckpointError('truncated', `the file is cut short (it ends inside ${what}); ${DOWNLOAD_AGAIN}.`)
}

/** A name or string from the file, made fit for a sentence: printable, quoted, at most 80 characters. */
export function quoted(text: string): string {
  const printable = text.replaceAll(/[^\x20-\x7e]/g, '?')
  return printable.length > 80 ? `'${printable.slice(0, 77)}...'` : `'${printable}'`
}
