import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** The workspace that fills the window. */
export interface WorkspaceState {
  /** The id of one of the workspaces that app/workspaces lists. */
  readonly current: string
}

const initialState: WorkspaceState = { current: 'paint' }

const workspaceSlice = createSlice({
  name: 'workspace',
  initialState,
  reducers: {
    workspaceChosen: (_state, { payload: current }: PayloadAction<string>): WorkspaceState => ({ current }),
  },
})

export const workspaceReducer = workspaceSlice.reducer
export const { workspaceChosen } = workspaceSlice.actions

export const selectWorkspace = (state: { readonly workspace: WorkspaceState }): string => state.workspace.current
