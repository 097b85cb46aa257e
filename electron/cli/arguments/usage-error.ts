import { CocanvasError } from '../../contract/error-codes.ts'

/** The command line itself is wrong: exit code 2, and the sentence says how to write it. */
export class UsageError extends CocanvasError {
  constructor(message: string) {
    super('bad-request', message)
    this.name = 'UsageError'
  }
}
