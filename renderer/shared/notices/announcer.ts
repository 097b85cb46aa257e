import type { Dispatch } from '@reduxjs/toolkit'

import type { MessageArguments, MessageKey } from '../../i18n/message.ts'
import { systemLocale, translator } from '../../i18n/translate.ts'
import type { PreferencesState } from '../../preferences/preferences-slice.ts'
import { noticeShown, type Notice } from './notices-slice.ts'

interface AnnouncerStore {
  readonly getState: () => { readonly preferences: PreferencesState }
  readonly dispatch: Dispatch
}

/** Shows sentences to the user from outside React: a text of the catalogue, or the message of an error. */
export class Announcer {
  readonly #store: AnnouncerStore

  constructor(store: AnnouncerStore) {
    this.#store = store
  }

  tell<Key extends MessageKey>(tone: Notice['tone'], key: Key, ...values: MessageArguments<Key>): void {
    this.#store.dispatch(noticeShown({ tone, text: this.text(key, ...values) }))
  }

  /** Errors of the shell and the host carry one sentence that is meant for users. */
  fail(error: unknown): void {
    const text = error instanceof Error ? error.message : this.text('shell.failed')
    this.#store.dispatch(noticeShown({ tone: 'error', text }))
  }

  /** Runs what a user asked for; if it fails, tells the user in one sentence. @returns undefined when it failed. */
  async attempt<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await act()
    } catch (error) {
      this.fail(error)
      return undefined
    }
  }

  text<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>): string {
    const { locale } = this.#store.getState().preferences
    return translator(locale === 'system' ? systemLocale(navigator.languages) : locale)(key, ...values)
  }
}
