/** Why a file is not read although the system would. */
export type FileProblem =
  /** A folder, pipe, device or socket, which may have no end or never answer. */
  | 'irregular'
  | 'too-large'
  /** The disk has not answered for half a minute, as network disks do that are gone. */
  | 'stalled'

/** A file that is not read; system errors such as a missing file are passed on as they are. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem
  /** As far as is known. */
  readonly bytes: number

  constructor(problem: FileProblem, bytes = 0) {
    super(`the file is ${problem}`)
    this.name = 'UnreadableFile'
    this.problem = problem
    this.bytes = bytes
  }
}
