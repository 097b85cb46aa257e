import { CanvasArea } from '../../painting/canvas/canvas-area.tsx'
import type { Workspace } from '../../shared/workspace/workspace.ts'
import { UndoButtons } from '../history/undo-buttons.tsx'
import { PalettePanel } from '../palette/palette-panel.tsx'
import { LabelToolBar } from '../tools/tool-bar.tsx'
import { canvasStatus } from '../tools/canvas-status.ts'
import { ToolOptions } from '../tools/tool-options.tsx'
import { CorrectionEnd, CorrectionTitle } from './correction-header.tsx'
import { LabelsOpacity } from './labels-opacity.tsx'

/** Correcting the labels of a photo: the same canvas and tools, without layers, exemplars and pictures. */
export const correctionWorkspace: Workspace = {
  id: 'correction',
  title: 'workspace.correction',
  contributions: [
    { slot: 'title-start', id: 'undo', order: 10, component: UndoButtons },
    { slot: 'title-start', id: 'title', order: 20, component: CorrectionTitle },
    { slot: 'title-end', id: 'opacity', order: 10, component: LabelsOpacity },
    { slot: 'title-end', id: 'end', order: 20, component: CorrectionEnd },
    { slot: 'tools', id: 'tools', order: 10, component: LabelToolBar },
    { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
    { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
    { slot: 'panels', id: 'correction-classes', order: 10, title: 'palette.title', component: PalettePanel },
    ...canvasStatus,
  ],
}
