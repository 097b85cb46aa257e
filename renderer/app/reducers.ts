import { canvasReducer } from '../painting/viewport/canvas-slice.ts'
import { documentReducer } from '../model/document/document-slice.ts'
import { dialogReducer } from '../shared/dialogs/dialog-slice.ts'
import { exemplarReducer } from '../synthesis/exemplars/exemplar-slice.ts'
import { firstStepsReducer } from '../panels/onboarding/first-steps-slice.ts'
import { viewsReducer } from '../synthesis/views/views-slice.ts'
import { noticesReducer } from '../shared/notices/notices-slice.ts'
import { paletteReducer } from '../model/palette/palette-slice.ts'
import { preferencesReducer } from '../preferences/preferences-slice.ts'
import { workspaceReducer } from '../shared/workspace/workspace-slice.ts'
import { toolsReducer } from '../painting/tools/tools-slice.ts'

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
  workspace: workspaceReducer,
}
