import type { PlainMessageKey } from '../../i18n/message.ts'

/** A project that cannot be opened; `key` names the sentence for the user. */
export class ProjectError extends Error {
  readonly key: PlainMessageKey

  constructor(key: PlainMessageKey) {
    super(key)
    this.name = 'ProjectError'
    this.key = key
  }
}
