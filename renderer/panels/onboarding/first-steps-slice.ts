import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** The hint of three steps beside the sample document. */
export interface FirstStepsState {
  /** 0..2; null = hidden. */
  readonly step: number | null
}

export const FIRST_STEP_COUNT = 3

const initialState: FirstStepsState = { step: null }

const firstStepsSlice = createSlice({
  name: 'firstSteps',
  initialState,
  reducers: {
    firstStepsShown: (): FirstStepsState => ({ step: 0 }),
    firstStepChosen: (_state, { payload: step }: PayloadAction<number>): FirstStepsState => ({
      step: step < FIRST_STEP_COUNT ? step : null,
    }),
    firstStepsHidden: (): FirstStepsState => initialState,
  },
})

export const firstStepsReducer = firstStepsSlice.reducer
export const { firstStepsShown, firstStepChosen, firstStepsHidden } = firstStepsSlice.actions

export const selectFirstStep = (state: { readonly firstSteps: FirstStepsState }): number | null => state.firstSteps.step
