import { canvasReducer } from '../features/canvas/canvas-slice.ts'
import { documentReducer } from '../features/document/document-slice.ts'
import { noticesReducer } from '../features/notices/notices-slice.ts'
import { paletteReducer } from '../features/palette/palette-slice.ts'
import { preferencesReducer } from '../features/preferences/preferences-slice.ts'
import { toolsReducer } from '../features/tools/tools-slice.ts'

/** Every slice of the store. A feature adds its reducer here under the name its selectors read. */
export const reducers = {
  canvas: canvasReducer,
  document: documentReducer,
  notices: noticesReducer,
  palette: paletteReducer,
  preferences: preferencesReducer,
  tools: toolsReducer,
}
