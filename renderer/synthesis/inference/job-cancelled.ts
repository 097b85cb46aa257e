/** A job ended because it was cancelled or replaced; the user need not be told. */
export class JobCancelled extends Error {
  constructor() {
    super('The job was cancelled.')
    this.name = 'JobCancelled'
  }
}
