import { canvasReducer } from '../features/canvas/canvas-slice.ts'
import { documentReducer } from '../features/document/document-slice.ts'
import { dialogReducer } from '../features/commands/dialog-slice.ts'
import { exemplarReducer } from '../features/exemplar/exemplar-slice.ts'
import { firstStepsReducer } from '../features/onboarding/first-steps-slice.ts'
import { viewsReducer } from '../features/views/views-slice.ts'
import { noticesReducer } from '../features/notices/notices-slice.ts'
import { paletteReducer } from '../features/palette/palette-slice.ts'
import { preferencesReducer } from '../features/preferences/preferences-slice.ts'
import { toolsReducer } from '../features/tools/tools-slice.ts'

/** Every slice of the store. A feature adds its reducer here under the name its selectors read. */
export const reducers = {
  canvas: canvasReducer,
  document: documentReducer,
  dialog: dialogReducer,
  exemplar: exemplarReducer,
  firstSteps: firstStepsReducer,
  views: viewsReducer,
  notices: noticesReducer,
  palette: paletteReducer,
  preferences: preferencesReducer,
  tools: toolsReducer,
}
