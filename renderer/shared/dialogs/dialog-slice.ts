import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** Dialogs that commands open; at most one shows at a time. */
export interface DialogState {
  /** The id of the contributed dialog. */
  readonly open: string | null
}

const initialState: DialogState = { open: null }

const dialogSlice = createSlice({
  name: 'dialog',
  initialState,
  reducers: {
    dialogOpened: (_state, { payload }: PayloadAction<string>): DialogState => ({ open: payload }),
    dialogClosed: (): DialogState => initialState,
  },
})

export const dialogReducer = dialogSlice.reducer
export const { dialogOpened, dialogClosed } = dialogSlice.actions

export const selectOpenDialog = (state: { readonly dialog: DialogState }): string | null => state.dialog.open
