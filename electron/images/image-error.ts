import { CocanvasError } from '../contract/error-codes.ts'

/** What is wrong with a picture file, so that callers can add advice of their own. */
export type ImageProblem =
  | 'unreadable'
  | 'not-an-image'
  | 'damaged'
  | 'too-large'
  | 'unsupported'
  | 'looks-like-photo'
  | 'unknown-class'
  | 'unwritable'

/**
 * A picture file could not be read or written. The message is one sentence for the user: what is
 * wrong and how to mend it, beginning with the file's name.
 */
export class ImageError extends CocanvasError {
  readonly problem: ImageProblem

  constructor(problem: ImageProblem, message: string, options?: ErrorOptions) {
    super('bad-request', message, options)
    this.name = 'ImageError'
    this.problem = problem
  }
}
