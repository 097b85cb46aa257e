import { createSlice, nanoid, type PayloadAction } from '@reduxjs/toolkit'

/** A sentence shown for a while at the bottom: already translated, one sentence that says what is wrong and how to mend it. */
export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'success' | 'error'
  readonly text: string
}

export interface NoticesState {
  readonly shown: readonly Notice[]
}

/** The oldest disappear when there are more, so that notices never cover the canvas. */
const MAXIMUM_SHOWN = 3

const initialState: NoticesState = { shown: [] }

/** Information concerns the moment, so the newest replaces older information. Errors stay until they are dismissed. */
function isReplaced(shown: Notice, by: Notice): boolean {
  return shown.text === by.text || (shown.tone !== 'error' && by.tone !== 'error')
}

const noticesSlice = createSlice({
  name: 'notices',
  initialState,
  reducers: {
    noticeShown: {
      prepare: (notice: Omit<Notice, 'id'>) => ({ payload: { ...notice, id: nanoid() } }),
      reducer: (state, { payload }: PayloadAction<Notice>) => ({
        shown: [...state.shown.filter((notice) => !isReplaced(notice, payload)), payload].slice(-MAXIMUM_SHOWN),
      }),
    },
    noticeDismissed: (state, { payload: id }: PayloadAction<string>) => ({
      shown: state.shown.filter((notice) => notice.id !== id),
    }),
  },
})

export const noticesReducer = noticesSlice.reducer
export const { noticeShown, noticeDismissed } = noticesSlice.actions

export const selectNotices = (state: { readonly notices: NoticesState }): readonly Notice[] => state.notices.shown
