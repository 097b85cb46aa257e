import { configureStore } from '@reduxjs/toolkit'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { canvasReducer } from '../../painting/viewport/canvas-slice.ts'
import { documentReducer } from '../../model/document/document-slice.ts'
import {
  classChosen,
  classesReplaced,
  paletteReducer,
  paletteRestored,
  type PaletteState,
} from '../../model/palette/palette-slice.ts'
import { preferencesChanged, preferencesReducer, type PreferencesState } from '../../preferences/preferences-slice.ts'
import { toolChosen, toolSettingsChanged, toolsReducer, type ToolsState } from '../../painting/tools/tools-slice.ts'

/** Choices of the window that also hold while labels are corrected: favourite classes, appearance, tools. */
export interface Habits {
  readonly palette: PaletteState
  readonly preferences: PreferencesState
  readonly tools: ToolsState
}

/** A store of the slices that canvas, tools and palette read: the document in it is the photo's labels. */
// The inferred type carries the reducers' state; writing it out would repeat the whole of Redux Toolkit's.
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- see above
export const createCorrectionStore = ({ palette, preferences, tools }: Habits, classes?: readonly PackClass[]) => {
  const store = configureStore({
    reducer: {
      canvas: canvasReducer,
      document: documentReducer,
      palette: paletteReducer,
      preferences: preferencesReducer,
      tools: toolsReducer,
    },
  })
  store.dispatch(classesReplaced([...(classes ?? palette.classes)]))
  if (classes === undefined) {
    store.dispatch(classChosen(palette.activeClassId))
    store.dispatch(paletteRestored({ recentIds: palette.recentIds, favouriteIds: palette.favouriteIds }))
  } else store.dispatch(classChosen(classes[0]?.id ?? 0))
  store.dispatch(preferencesChanged(preferences))
  store.dispatch(toolChosen(tools.activeToolId))
  // Rules that were set for the layout ("only over sky", the mirror axis) would surprise the user on a photo.
  store.dispatch(toolSettingsChanged({ ...tools.settings, onlyOverClassId: null, symmetry: 'none' }))
  return store
}

export type CorrectionStore = ReturnType<typeof createCorrectionStore>
