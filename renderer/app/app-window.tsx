import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { selectOpenDialog } from '../shared/dialogs/dialog-slice.ts'
import { WorkspaceFrame } from '../shared/workspace/workspace-frame.tsx'
import { dialogs, overlays } from './window-parts.ts'
import { currentWorkspace } from './workspaces/workspace-table.ts'

/** The current workspace, and above it what all workspaces share. */
export function AppWindow(): ReactElement {
  const workspace = useSelector(currentWorkspace)
  const openDialog = useSelector(selectOpenDialog)
  const dialog = dialogs.find(({ id }) => id === openDialog)
  return (
    <>
      <WorkspaceFrame key={workspace.id} workspace={workspace} />
      {dialog === undefined ? null : <dialog.component />}
      {overlays.map(({ id, component: Component }) => (
        <Component key={id} />
      ))}
    </>
  )
}
