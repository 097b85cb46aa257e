import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { classToPaint } from './class-to-paint.ts'

/**
 * The classes that can be painted and what the user chose among them. They come from the pack that the document uses.
 */
export interface PaletteState {
  readonly classes: readonly PackClass[]
  readonly activeClassId: number
  /** Newest first. */
  readonly recentIds: readonly number[]
  readonly favouriteIds: readonly number[]
  /** Classes whose pixels no tool changes. */
  readonly lockedIds: readonly number[]
  /** Classes that the current exemplar does not show; the exemplar feature sets them. */
  readonly missingIds: readonly number[]
}

const MAXIMUM_RECENT = 6

const initialState: PaletteState = {
  classes: [],
  activeClassId: 0,
  recentIds: [],
  favouriteIds: [],
  lockedIds: [],
  missingIds: [],
}

const toggled = (ids: readonly number[], id: number): number[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]

const paletteSlice = createSlice({
  name: 'palette',
  initialState,
  reducers: {
    classesReplaced: (state, { payload: classes }: PayloadAction<readonly PackClass[]>): PaletteState => {
      const known = new Set(classes.map(({ id }) => id))
      const kept = (ids: readonly number[]): number[] => ids.filter((id) => known.has(id))
      return {
        classes,
        activeClassId: known.has(state.activeClassId)
          ? state.activeClassId
          : (classToPaint(classes, [], state.activeClassId) ?? 0),
        recentIds: kept(state.recentIds),
        favouriteIds: kept(state.favouriteIds),
        lockedIds: kept(state.lockedIds),
        missingIds: kept(state.missingIds),
      }
    },
    classChosen: (state, { payload: id }: PayloadAction<number>) => ({
      ...state,
      activeClassId: id,
      recentIds: [id, ...state.recentIds.filter((other) => other !== id)].slice(0, MAXIMUM_RECENT),
    }),
    /** Chosen by the editor and not by the user, so it does not count as recently used. */
    classProposed: (state, { payload: activeClassId }: PayloadAction<number>) => ({ ...state, activeClassId }),
    favouriteToggled: (state, { payload: id }: PayloadAction<number>) => ({
      ...state,
      favouriteIds: toggled(state.favouriteIds, id),
    }),
    classLockToggled: (state, { payload: id }: PayloadAction<number>) => ({
      ...state,
      lockedIds: toggled(state.lockedIds, id),
    }),
    missingClassesFound: (state, { payload: missingIds }: PayloadAction<readonly number[]>) => ({
      ...state,
      missingIds,
    }),
    paletteRestored: (
      state,
      { payload }: PayloadAction<Partial<Pick<PaletteState, 'recentIds' | 'favouriteIds' | 'lockedIds'>>>,
    ) => ({ ...state, ...payload }),
  },
})

export const paletteReducer = paletteSlice.reducer
export const {
  classChosen,
  classProposed,
  classesReplaced,
  classLockToggled,
  favouriteToggled,
  missingClassesFound,
  paletteRestored,
} = paletteSlice.actions
