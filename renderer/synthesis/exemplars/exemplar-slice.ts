import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/**
 * Whose style the picture takes: one photo for everything, and other photos for single classes. A project file keeps
 * these ids.
 */
export interface ExemplarChoice {
  readonly primaryId: string | null
  /** Class id -> the exemplar that this class takes its style from. */
  readonly byClass: Readonly<Record<number, string>>
}

export interface ExemplarRoot {
  readonly exemplar: ExemplarChoice
}

const initialState: ExemplarChoice = { primaryId: null, byClass: {} }

const exemplarSlice = createSlice({
  name: 'exemplar',
  initialState,
  reducers: {
    exemplarChosen: (state, { payload: primaryId }: PayloadAction<string | null>): ExemplarChoice => ({
      primaryId,
      byClass: withoutExemplar(state.byClass, primaryId),
    }),
    classExemplarChosen: (
      state,
      { payload }: PayloadAction<{ readonly classId: number; readonly exemplarId: string | null }>,
    ): ExemplarChoice => {
      const { [payload.classId]: _before, ...others } = state.byClass
      const { exemplarId } = payload
      const same = exemplarId === null || exemplarId === state.primaryId
      return { ...state, byClass: same ? others : { ...others, [payload.classId]: exemplarId } }
    },
    /** A photo that is edited borrows a class from another one, whatever the exemplar of other documents is. */
    classLent: (
      state,
      { payload }: PayloadAction<{ readonly classId: number; readonly exemplarId: string }>,
    ): ExemplarChoice => ({ ...state, byClass: { ...state.byClass, [payload.classId]: payload.exemplarId } }),
    exemplarChoiceRestored: (_state, { payload }: PayloadAction<ExemplarChoice>): ExemplarChoice => payload,
    exemplarForgotten: (state, { payload: id }: PayloadAction<string>): ExemplarChoice => ({
      primaryId: state.primaryId === id ? null : state.primaryId,
      byClass: withoutExemplar(state.byClass, id),
    }),
  },
})

function withoutExemplar(byClass: ExemplarChoice['byClass'], id: string | null): ExemplarChoice['byClass'] {
  return Object.fromEntries(Object.entries(byClass).filter(([, exemplarId]) => exemplarId !== id))
}

export const exemplarReducer = exemplarSlice.reducer
export const { classExemplarChosen, classLent, exemplarChoiceRestored, exemplarChosen, exemplarForgotten } =
  exemplarSlice.actions
export const selectExemplarChoice = (state: ExemplarRoot): ExemplarChoice => state.exemplar
