import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** Windows over the window that commands open; at most one shows at a time. */
export type DialogName =
  | 'command-palette'
  | 'shortcuts'
  | 'settings'
  | 'packs'
  | 'offline'
  | 'new-document'
  | 'recent-projects'
  | 'export'
  | 'layer-photo'

export interface DialogState {
  readonly open: DialogName | null
}

const initialState: DialogState = { open: null }

const dialogSlice = createSlice({
  name: 'dialog',
  initialState,
  reducers: {
    dialogOpened: (_state, { payload }: PayloadAction<DialogName>): DialogState => ({ open: payload }),
    dialogClosed: (): DialogState => initialState,
  },
})

export const dialogReducer = dialogSlice.reducer
export const { dialogOpened, dialogClosed } = dialogSlice.actions

export const selectOpenDialog = (state: { readonly dialog: DialogState }): DialogName | null => state.dialog.open
