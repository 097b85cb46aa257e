import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** How labels lie over a photo. */
export const labelStyles = ['fill', 'outline', 'hatch'] as const
export type LabelStyle = (typeof labelStyles)[number]

export interface CanvasState {
  /** Whether lines between pixels are shown when the pixels are large enough on the screen. */
  readonly showsGrid: boolean
  /** How labels over a photo are drawn. */
  readonly labelStyle: LabelStyle
}

const initialState: CanvasState = { showsGrid: true, labelStyle: 'fill' }

const canvasSlice = createSlice({
  name: 'canvas',
  initialState,
  reducers: {
    gridToggled: (state) => ({ ...state, showsGrid: !state.showsGrid }),
    labelStyleChosen: (state, { payload: labelStyle }: PayloadAction<LabelStyle>) => ({ ...state, labelStyle }),
  },
})

export const canvasReducer = canvasSlice.reducer
export const { gridToggled, labelStyleChosen } = canvasSlice.actions
export const selectShowsGrid = (state: { readonly canvas: CanvasState }): boolean => state.canvas.showsGrid
export const selectLabelStyle = (state: { readonly canvas: CanvasState }): LabelStyle => state.canvas.labelStyle
