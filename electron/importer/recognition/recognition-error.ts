/**
 * Why two state dicts are not a pair that can be imported.
 *
 * - `swapped`: netG was given as netCorr and the other way round.
 * - `wrong-network`: a file holds some other network.
 * - `wrong-task`: trained for a task that is not official, not the one asked for, or not the other file's.
 * - `wrong-shapes`: keys are missing, superfluous or of another shape.
 */
export type RecognitionErrorCode = 'swapped' | 'wrong-network' | 'wrong-task' | 'wrong-shapes'

/** A failure that a user may read: `message` is one sentence naming the file, what is wrong and how to mend it. */
export class RecognitionError extends Error {
  readonly code: RecognitionErrorCode

  constructor(code: RecognitionErrorCode, message: string) {
    super(message)
    this.name = 'RecognitionError'
    this.code = code
  }
}
