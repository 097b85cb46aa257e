import { createSlice } from '@reduxjs/toolkit'

export interface CanvasState {
  /** Lines between pixels when they are large enough on screen. */
  readonly showsGrid: boolean
}

const initialState: CanvasState = { showsGrid: true }

const canvasSlice = createSlice({
  name: 'canvas',
  initialState,
  reducers: {
    gridToggled: (state) => ({ ...state, showsGrid: !state.showsGrid }),
  },
})

export const canvasReducer = canvasSlice.reducer
export const { gridToggled } = canvasSlice.actions
export const selectShowsGrid = (state: { readonly canvas: CanvasState }): boolean => state.canvas.showsGrid
