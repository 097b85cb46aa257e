import { createSelector } from '@reduxjs/toolkit'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { PaletteState } from './palette-slice.ts'

export interface PaletteRoot {
  readonly palette: PaletteState
}

export const selectPalette = (state: PaletteRoot): PaletteState => state.palette
export const selectClasses = (state: PaletteRoot): readonly PackClass[] => state.palette.classes
export const selectActiveClassId = (state: PaletteRoot): number => state.palette.activeClassId
export const selectActiveClass = createSelector([selectClasses, selectActiveClassId], (classes, id) =>
  classes.find((entry) => entry.id === id),
)

/** Classes that the number keys 1 … 9, 0 choose: favourites first, then the pack's order. */
export const selectNumberedClasses = createSelector([selectPalette], ({ classes, favouriteIds }) => {
  const favourites = favouriteIds.flatMap((id) => classes.find((entry) => entry.id === id) ?? [])
  return [...favourites, ...classes.filter(({ id }) => !favouriteIds.includes(id))].slice(0, 10)
})
