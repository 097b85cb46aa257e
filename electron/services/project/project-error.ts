import { CocanvasError } from '../../contract/error-codes.ts'

/** A project file that cannot be opened; one sentence that begins with the file's name. */
export class ProjectError extends CocanvasError {
  constructor(message: string, options?: ErrorOptions) {
    super('bad-request', message, options)
    this.name = 'ProjectError'
  }
}
