import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** What the middle of the window shows. Painting works in all but the exemplar. */
export const viewModes = ['layout', 'side', 'result', 'overlay', 'compare', 'warp', 'exemplar'] as const
export type ViewMode = (typeof viewModes)[number]

export interface ViewsState {
  readonly mode: ViewMode
  /** Of the picture over the layout, 0..1. */
  readonly overlayOpacity: number
  /** Where the before/after line stands, as a share of the document's width. */
  readonly split: number
  /** Whether the match's confidence is drawn over the pictures. */
  readonly showsConfidence: boolean
}

export interface ViewsRoot {
  readonly views: ViewsState
}

const initialState: ViewsState = { mode: 'side', overlayOpacity: 0.6, split: 0.5, showsConfidence: false }

const viewsSlice = createSlice({
  name: 'views',
  initialState,
  reducers: {
    viewChosen: (state, { payload: mode }: PayloadAction<ViewMode>): ViewsState => ({ ...state, mode }),
    overlayOpacityChanged: (state, { payload }: PayloadAction<number>): ViewsState => ({
      ...state,
      overlayOpacity: Math.min(1, Math.max(0, payload)),
    }),
    splitMoved: (state, { payload }: PayloadAction<number>): ViewsState => ({
      ...state,
      split: Math.min(1, Math.max(0, payload)),
    }),
    confidenceToggled: (state): ViewsState => ({ ...state, showsConfidence: !state.showsConfidence }),
  },
})

export const viewsReducer = viewsSlice.reducer
export const { confidenceToggled, overlayOpacityChanged, splitMoved, viewChosen } = viewsSlice.actions
export const selectViews = (state: ViewsRoot): ViewsState => state.views
