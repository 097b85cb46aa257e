import { MainMenu } from '../features/commands/main-menu.tsx'
import { OpenDialog } from '../features/commands/open-dialog.tsx'
import { CanvasArea } from '../features/canvas/canvas-area.tsx'
import { CursorStatus } from '../features/canvas/cursor-status.tsx'
import { CorrectionWorkspace } from '../features/exemplar/correction/correction-workspace.tsx'
import { ExemplarPanel } from '../features/exemplar/exemplar-panel.tsx'
import { HistoryPanel } from '../features/history/history-panel.tsx'
import { UndoButtons } from '../features/history/undo-buttons.tsx'
import { LabelImportDialog } from '../features/import/label-import-dialog.tsx'
import { InspectorCatcher } from '../features/inspector/inspector-catcher.tsx'
import { InspectorPanel } from '../features/inspector/inspector-panel.tsx'
import { LayersPanel, LayersPanelActions } from '../features/layers/layers-panel.tsx'
import { LivePill } from '../features/live/live-pill.tsx'
import { Notices } from '../features/notices/notices.tsx'
import { FirstSteps } from '../features/onboarding/first-steps.tsx'
import { PalettePanel } from '../features/palette/palette-panel.tsx'
import { ProjectTitle } from '../features/project/project-title.tsx'
import { RecoveryDialog } from '../features/project/recovery-dialog.tsx'
import { UnsavedDialog } from '../features/project/unsaved-dialog.tsx'
import { ResultStrip } from '../features/result-history/result-strip.tsx'
import { ToolBar } from '../features/tools/tool-bar.tsx'
import { ToolHint } from '../features/tools/tool-hint.tsx'
import { ToolOptions } from '../features/tools/tool-options.tsx'
import { LargePictureDialog } from '../features/upscale/large-picture-dialog.tsx'
import { LargePictureMenu } from '../features/upscale/large-picture-menu.tsx'
import { ViewControls } from '../features/viewport/view-controls.tsx'
import { PictureViews } from '../features/views/picture-views.tsx'
import { ViewTabs } from '../features/views/view-tabs.tsx'
import type { Contribution } from './slots.ts'

/** Everything the window shows, by feature. A new feature adds its lines here and nowhere else. */
export const contributions: readonly Contribution[] = [
  { slot: 'title-start', id: 'menu', order: 10, component: MainMenu },
  { slot: 'title-start', id: 'project', order: 30, component: ProjectTitle },
  { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
  { slot: 'title-center', id: 'views', order: 10, component: ViewTabs },
  { slot: 'title-end', id: 'live', order: 10, component: LivePill },
  { slot: 'tools', id: 'tools', order: 10, component: ToolBar },
  { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
  { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
  { slot: 'canvas', id: 'views', order: 20, component: PictureViews },
  { slot: 'canvas', id: 'inspector', order: 30, component: InspectorCatcher },
  { slot: 'canvas', id: 'first-steps', order: 90, component: FirstSteps },
  { slot: 'canvas', id: 'notices', order: 100, component: Notices },
  { slot: 'strip', id: 'results', order: 10, component: ResultStrip },
  { slot: 'strip', id: 'large', order: 20, component: LargePictureMenu },
  { slot: 'panels', id: 'exemplar', order: 10, title: 'exemplar.title', component: ExemplarPanel },
  { slot: 'panels', id: 'palette', order: 20, title: 'palette.title', component: PalettePanel },
  {
    slot: 'panels',
    id: 'layers',
    order: 30,
    title: 'layers.title',
    component: LayersPanel,
    actions: LayersPanelActions,
  },
  {
    slot: 'panels',
    id: 'inspector',
    order: 35,
    title: 'inspector.title',
    component: InspectorPanel,
  },
  { slot: 'panels', id: 'history', order: 40, title: 'history.title', component: HistoryPanel, startsOpen: false },
  { slot: 'status-start', id: 'cursor', order: 10, component: CursorStatus },
  { slot: 'status-start', id: 'tool-hint', order: 20, component: ToolHint },
  { slot: 'status-end', id: 'view', order: 90, component: ViewControls },
  { slot: 'overlay', id: 'dialog', order: 10, component: OpenDialog },
  { slot: 'overlay', id: 'correction', order: 5, component: CorrectionWorkspace },
  { slot: 'overlay', id: 'large-picture', order: 15, component: LargePictureDialog },
  { slot: 'overlay', id: 'label-import', order: 20, component: LabelImportDialog },
  { slot: 'overlay', id: 'recovery', order: 30, component: RecoveryDialog },
  { slot: 'overlay', id: 'unsaved', order: 40, component: UnsavedDialog },
]
