import type { Dispatch } from '@reduxjs/toolkit'

import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { dialogClosed, dialogOpened, selectOpenDialog, type DialogState } from '../../shared/dialogs/dialog-slice.ts'

interface StartScreenStore {
  readonly getState: () => { readonly dialog: DialogState; readonly document: DocumentStructure }
  readonly dispatch: Dispatch
  readonly subscribe: (listener: () => void) => () => void
}

/** Shows the start screen until the user has chosen something, or until a document was opened from outside. */
export function showStartScreen(store: StartScreenStore): void {
  const { document } = store.getState()
  store.dispatch(dialogOpened('start'))
  const stop = store.subscribe(() => {
    const state = store.getState()
    if (selectOpenDialog(state) !== 'start') stop()
    else if (state.document.rootIds !== document.rootIds) store.dispatch(dialogClosed())
  })
}
