import { ExportDialog } from '../files/export/export-dialog.tsx'
import { NewDocumentDialog } from '../files/project/new-document-dialog.tsx'
import { RecentProjectsDialog } from '../files/project/recent-projects-dialog.tsx'
import { CommandPalette } from '../panels/commands/command-palette.tsx'
import { ShortcutSheet } from '../panels/commands/shortcut-sheet.tsx'
import { LayerPhotoDialog } from '../panels/exemplar/regions/layer-photo-dialog.tsx'
import { OfflinePage } from '../panels/offline/offline-page.tsx'
import { PacksPage } from '../panels/packs-page/packs-page.tsx'
import { SettingsDialog } from '../panels/settings/settings-dialog.tsx'
import { MainMenu } from '../panels/commands/main-menu.tsx'
import { CanvasArea } from '../painting/canvas/canvas-area.tsx'
import { CursorStatus } from '../painting/canvas/cursor-status.tsx'
import { CorrectionWorkspace } from '../panels/correction/correction-workspace.tsx'
import { ExemplarPanel } from '../panels/exemplar/exemplar-panel.tsx'
import { HistoryPanel } from '../panels/history/history-panel.tsx'
import { UndoButtons } from '../panels/history/undo-buttons.tsx'
import { LabelImportDialog } from '../files/import/label-import-dialog.tsx'
import { InspectorCatcher } from '../synthesis/inspector/inspector-catcher.tsx'
import { InspectorPanel } from '../synthesis/inspector/inspector-panel.tsx'
import { LayersPanel, LayersPanelActions } from '../panels/layers/layers-panel.tsx'
import { LivePill } from '../synthesis/live/live-pill.tsx'
import { Notices } from '../panels/notices/notices.tsx'
import { FirstSteps } from '../panels/onboarding/first-steps.tsx'
import { PalettePanel } from '../panels/palette/palette-panel.tsx'
import { ProjectTitle } from '../files/project/project-title.tsx'
import { RecoveryDialog } from '../files/project/recovery-dialog.tsx'
import { UnsavedDialog } from '../files/project/unsaved-dialog.tsx'
import { ResultStrip } from '../synthesis/result-history/result-strip.tsx'
import { ToolBar } from '../panels/tools/tool-bar.tsx'
import { ToolHint } from '../panels/tools/tool-hint.tsx'
import { ToolOptions } from '../panels/tools/tool-options.tsx'
import { LargePictureDialog } from '../files/export/large-picture-dialog.tsx'
import { LargePictureMenu } from '../synthesis/upscale/large-picture-menu.tsx'
import { ViewControls } from '../painting/canvas/view-controls.tsx'
import { PictureViews } from '../synthesis/views/picture-views.tsx'
import { ViewTabs } from '../synthesis/views/view-tabs.tsx'
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
  { slot: 'overlay', id: 'correction', order: 5, component: CorrectionWorkspace },
  { slot: 'overlay', id: 'large-picture', order: 15, component: LargePictureDialog },
  { slot: 'overlay', id: 'label-import', order: 20, component: LabelImportDialog },
  { slot: 'overlay', id: 'recovery', order: 30, component: RecoveryDialog },
  { slot: 'overlay', id: 'unsaved', order: 40, component: UnsavedDialog },
  { slot: 'dialog', id: 'command-palette', order: 10, component: CommandPalette },
  { slot: 'dialog', id: 'shortcuts', order: 20, component: ShortcutSheet },
  { slot: 'dialog', id: 'settings', order: 30, component: SettingsDialog },
  { slot: 'dialog', id: 'packs', order: 40, component: PacksPage },
  { slot: 'dialog', id: 'offline', order: 50, component: OfflinePage },
  { slot: 'dialog', id: 'new-document', order: 60, component: NewDocumentDialog },
  { slot: 'dialog', id: 'recent-projects', order: 70, component: RecentProjectsDialog },
  { slot: 'dialog', id: 'export', order: 80, component: ExportDialog },
  { slot: 'dialog', id: 'layer-photo', order: 90, component: LayerPhotoDialog },
]
