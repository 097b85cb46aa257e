import { CanvasArea } from '../features/canvas/canvas-area.tsx'
import { CursorStatus } from '../features/canvas/cursor-status.tsx'
import { HistoryPanel } from '../features/history/history-panel.tsx'
import { UndoButtons } from '../features/history/undo-buttons.tsx'
import { LayersPanel, LayersPanelActions } from '../features/layers/layers-panel.tsx'
import { Notices } from '../features/notices/notices.tsx'
import { PalettePanel } from '../features/palette/palette-panel.tsx'
import { ToolBar } from '../features/tools/tool-bar.tsx'
import { ToolOptions } from '../features/tools/tool-options.tsx'
import { ViewControls } from '../features/viewport/view-controls.tsx'
import type { Contribution } from './slots.ts'

/** Everything the window shows, by feature. A new feature adds its lines here and nowhere else. */
export const contributions: readonly Contribution[] = [
  { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
  { slot: 'tools', id: 'tools', order: 10, component: ToolBar },
  { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
  { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
  { slot: 'canvas', id: 'notices', order: 100, component: Notices },
  { slot: 'panels', id: 'palette', order: 20, title: 'palette.title', component: PalettePanel },
  {
    slot: 'panels',
    id: 'layers',
    order: 30,
    title: 'layers.title',
    component: LayersPanel,
    actions: LayersPanelActions,
  },
  { slot: 'panels', id: 'history', order: 40, title: 'history.title', component: HistoryPanel, startsOpen: false },
  { slot: 'status-start', id: 'cursor', order: 10, component: CursorStatus },
  { slot: 'status-end', id: 'view', order: 90, component: ViewControls },
]
