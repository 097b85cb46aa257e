import { CursorStatus } from '../../painting/canvas/cursor-status.tsx'
import { ViewControls } from '../../painting/canvas/view-controls.tsx'
import type { Contribution } from '../../shared/workspace/contribution.ts'
import { ToolHint } from './tool-hint.tsx'

/** The status line of every workspace with a canvas to paint on: where the pointer is, what the tool does, the zoom. */
export const canvasStatus: readonly Contribution[] = [
  { slot: 'status-start', id: 'cursor', order: 10, component: CursorStatus },
  { slot: 'status-start', id: 'tool-hint', order: 20, component: ToolHint },
  { slot: 'status-end', id: 'view', order: 90, component: ViewControls },
]
