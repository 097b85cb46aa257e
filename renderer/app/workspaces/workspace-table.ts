import type { Workspace } from '../../shared/workspace/workspace.ts'
import { paintWorkspace } from './paint-workspace.ts'
import { photoWorkspace } from './photo-workspace.ts'

/** The workspaces that can fill the window, the first at the start. */
export const workspaces: readonly [Workspace, ...Workspace[]] = [paintWorkspace, photoWorkspace]
