import { CocanvasError } from '../../contract/error-codes.ts'
import { ImageError } from '../../images/image-error.ts'

/** Whether a failure is about what the user gave and so costs only the pictures made of it; a full disk ends the batch. */
export function isAboutInputs(error: unknown): error is CocanvasError {
  if (error instanceof ImageError) return error.problem !== 'unwritable'
  return error instanceof CocanvasError && error.code === 'bad-request'
}

/** The sentence of such a failure, which begins with the file's name. */
export function sentenceAbout(path: string, error: CocanvasError): string {
  return error instanceof ImageError ? error.message : `${path}: ${error.message}`
}
