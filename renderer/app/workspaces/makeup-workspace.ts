import { DropHighlight } from '../../files/import/photo-offers/drop-highlight.tsx'
import { ProjectTitle } from '../../files/project/project-title.tsx'
import { ViewControls } from '../../painting/canvas/view-controls.tsx'
import { MainMenu } from '../../panels/commands/main-menu.tsx'
import { HistoryPanel } from '../../panels/history/history-panel.tsx'
import { UndoButtons } from '../../panels/history/undo-buttons.tsx'
import { ColourPanel } from '../../panels/makeup/colour-panel.tsx'
import { FacesPanel } from '../../panels/makeup/faces-panel.tsx'
import { MakeUpCanvas } from '../../panels/makeup/makeup-canvas.tsx'
import { MakeUpActions, MakeUpLooks, MakeUpViews } from '../../panels/makeup/makeup-header.tsx'
import { MakeUpPill } from '../../panels/makeup/makeup-pill.tsx'
import { PartsPanel } from '../../panels/makeup/parts-panel.tsx'
import { SourcePanel } from '../../panels/makeup/source-panel.tsx'
import { Notices } from '../../panels/notices/notices.tsx'
import type { Workspace } from '../../shared/workspace/workspace.ts'

/** The workspace in which a face gets the make-up of photos. */
export const makeUpWorkspace: Workspace = {
  id: 'make-up',
  title: 'workspace.makeup',
  contributions: [
    { slot: 'title-start', id: 'menu', order: 10, component: MainMenu },
    { slot: 'title-start', id: 'project', order: 30, component: ProjectTitle },
    { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
    { slot: 'title-center', id: 'views', order: 10, component: MakeUpViews },
    { slot: 'title-end', id: 'live', order: 10, component: MakeUpPill },
    { slot: 'tool-options', id: 'looks', order: 10, component: MakeUpLooks },
    { slot: 'tool-options', id: 'actions', order: 20, component: MakeUpActions },
    { slot: 'canvas', id: 'photo', order: 10, component: MakeUpCanvas },
    { slot: 'canvas', id: 'drop', order: 80, component: DropHighlight },
    { slot: 'canvas', id: 'notices', order: 100, component: Notices },
    { slot: 'panels', id: 'makeup-faces', order: 10, title: 'makeup.faces', component: FacesPanel },
    { slot: 'panels', id: 'makeup-from', order: 20, title: 'makeup.from', component: SourcePanel },
    { slot: 'panels', id: 'makeup-parts', order: 30, title: 'makeup.parts', component: PartsPanel },
    {
      slot: 'panels',
      id: 'makeup-colour',
      order: 40,
      title: 'makeup.colour',
      component: ColourPanel,
      startsOpen: false,
    },
    { slot: 'panels', id: 'history', order: 50, title: 'history.title', component: HistoryPanel, startsOpen: false },
    { slot: 'status-end', id: 'view', order: 90, component: ViewControls },
  ],
  // Painting tools and layers act on a layout, and there is none here.
  hasCommand: (id) => /^(file|history|app|makeup|view)\./.test(id),
}
