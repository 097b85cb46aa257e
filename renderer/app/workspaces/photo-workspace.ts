import { DropHighlight } from '../../files/import/photo-offers/drop-highlight.tsx'
import { ProjectTitle } from '../../files/project/project-title.tsx'
import { CanvasArea } from '../../painting/canvas/canvas-area.tsx'
import { MainMenu } from '../../panels/commands/main-menu.tsx'
import { HistoryPanel } from '../../panels/history/history-panel.tsx'
import { UndoButtons } from '../../panels/history/undo-buttons.tsx'
import { Notices } from '../../panels/notices/notices.tsx'
import { PalettePanel } from '../../panels/palette/palette-panel.tsx'
import { ChangePanel } from '../../panels/photo-edit/change-panel.tsx'
import { LabelsPanel } from '../../panels/photo-edit/labels-panel.tsx'
import { LendDialog } from '../../panels/photo-edit/lend-dialog.tsx'
import { LentPanel } from '../../panels/photo-edit/lent-panel.tsx'
import { MakingPill } from '../../panels/photo-edit/making-pill.tsx'
import { PaintTarget } from '../../panels/photo-edit/paint-target.tsx'
import { PhotoSplit } from '../../panels/photo-edit/photo-split.tsx'
import { PhotoViewTabs } from '../../panels/photo-edit/photo-view-tabs.tsx'
import { LabelToolBar } from '../../panels/tools/tool-bar.tsx'
import { canvasStatus } from '../../panels/tools/canvas-status.ts'
import { ToolOptions } from '../../panels/tools/tool-options.tsx'
import type { Workspace } from '../../shared/workspace/workspace.ts'

/**
 * The workspace in which a photo is changed through its labels: the same canvas and tools, over the photo at its own
 * size.
 */
export const photoWorkspace: Workspace = {
  id: 'photo',
  title: 'workspace.photo',
  contributions: [
    { slot: 'title-start', id: 'menu', order: 10, component: MainMenu },
    { slot: 'title-start', id: 'project', order: 30, component: ProjectTitle },
    { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
    { slot: 'title-center', id: 'views', order: 10, component: PhotoViewTabs },
    { slot: 'title-end', id: 'making', order: 10, component: MakingPill },
    { slot: 'tools', id: 'tools', order: 10, component: LabelToolBar },
    { slot: 'tool-options', id: 'target', order: 5, component: PaintTarget },
    { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
    { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
    { slot: 'canvas', id: 'split', order: 20, component: PhotoSplit },
    { slot: 'canvas', id: 'lend', order: 70, component: LendDialog },
    { slot: 'canvas', id: 'drop', order: 80, component: DropHighlight },
    { slot: 'canvas', id: 'notices', order: 100, component: Notices },
    { slot: 'panels', id: 'photo-change', order: 10, title: 'photoEdit.change', component: ChangePanel },
    { slot: 'panels', id: 'photo-labels', order: 20, title: 'photoEdit.labels', component: LabelsPanel },
    { slot: 'panels', id: 'palette', order: 30, title: 'palette.title', component: PalettePanel, yields: 'last' },
    { slot: 'panels', id: 'photo-lent', order: 40, title: 'photoEdit.lent', component: LentPanel },
    { slot: 'panels', id: 'history', order: 50, title: 'history.title', component: HistoryPanel, startsOpen: false },
    ...canvasStatus,
  ],
}
