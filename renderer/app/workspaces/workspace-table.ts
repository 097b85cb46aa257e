import type { Workspace } from '../../shared/workspace/workspace.ts'
import { selectWorkspace } from '../../shared/workspace/workspace-slice.ts'
import { makeUpWorkspace } from './makeup-workspace.ts'
import { paintWorkspace } from './paint-workspace.ts'
import { peopleWorkspace } from './people-workspace.tsx'
import { photoWorkspace } from './photo-workspace.ts'

/** The workspaces that can fill the window, the first at the start. */
const workspaces: readonly [Workspace, ...Workspace[]] = [
  paintWorkspace,
  photoWorkspace,
  makeUpWorkspace,
  peopleWorkspace,
]

/** The one that fills the window now. */
export function currentWorkspace(state: Parameters<typeof selectWorkspace>[0]): Workspace {
  const current = selectWorkspace(state)
  return workspaces.find(({ id }) => id === current) ?? workspaces[0]
}
