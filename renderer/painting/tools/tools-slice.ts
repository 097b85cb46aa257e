import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

import { initialToolSettings, type ToolSettings } from './tool-settings.ts'
import type { ToolId } from './tool-table.ts'

export interface ToolsState {
  readonly activeToolId: ToolId
  readonly settings: ToolSettings
}

const initialState: ToolsState = { activeToolId: 'brush', settings: initialToolSettings }

const toolsSlice = createSlice({
  name: 'tools',
  initialState,
  reducers: {
    toolChosen: (state, { payload: activeToolId }: PayloadAction<ToolId>) => ({ ...state, activeToolId }),
    toolSettingsChanged: (state, { payload }: PayloadAction<Partial<ToolSettings>>) => ({
      ...state,
      settings: { ...state.settings, ...payload },
    }),
  },
})

export const toolsReducer = toolsSlice.reducer
export const { toolChosen, toolSettingsChanged } = toolsSlice.actions

interface ToolsRoot {
  readonly tools: ToolsState
}
export const selectActiveToolId = (state: ToolsRoot): ToolId => state.tools.activeToolId
export const selectToolSettings = (state: ToolsRoot): ToolSettings => state.tools.settings
