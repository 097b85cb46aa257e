import type { ReactElement } from 'react'

import { DropHighlight } from '../../files/import/photo-offers/drop-highlight.tsx'
import { ProjectTitle } from '../../files/project/project-title.tsx'
import { CanvasArea } from '../../painting/canvas/canvas-area.tsx'
import { PoseOverlay } from '../../painting/canvas/poses/pose-overlay.tsx'
import { MainMenu } from '../../panels/commands/main-menu.tsx'
import { ExemplarPanel } from '../../panels/exemplar/exemplar-panel.tsx'
import { HistoryPanel } from '../../panels/history/history-panel.tsx'
import { UndoButtons } from '../../panels/history/undo-buttons.tsx'
import { LayersPanel, LayersPanelActions } from '../../panels/layers/layers-panel.tsx'
import { Notices } from '../../panels/notices/notices.tsx'
import { BackgroundPanel } from '../../panels/poses/background-panel.tsx'
import { ExemplarPosePanel } from '../../panels/poses/exemplar-pose-panel.tsx'
import { PoseLibraryPanel } from '../../panels/poses/pose-library-panel.tsx'
import { PosePanel } from '../../panels/poses/pose-panel.tsx'
import { ToolBar } from '../../panels/tools/tool-bar.tsx'
import { canvasStatus } from '../../panels/tools/canvas-status.ts'
import { ToolOptions } from '../../panels/tools/tool-options.tsx'
import type { Contribution } from '../../shared/workspace/contribution.ts'
import type { Workspace } from '../../shared/workspace/workspace.ts'
import { LivePill } from '../../synthesis/live/live-pill.tsx'
import { ResultStrip } from '../../synthesis/result-history/result-strip.tsx'
import { LargePictureMenu } from '../../synthesis/upscale/large-picture-menu.tsx'
import { PictureViews } from '../../synthesis/views/picture-views.tsx'
import { ViewTabs } from '../../synthesis/views/view-tabs.tsx'

/** Classes are not painted here. */
function PosingTools(): ReactElement {
  return <ToolBar only={['pose', 'move', 'hand', 'zoom']} />
}

const contributions: readonly Contribution[] = [
  { slot: 'title-start', id: 'menu', order: 10, component: MainMenu },
  { slot: 'title-start', id: 'project', order: 30, component: ProjectTitle },
  { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
  { slot: 'title-center', id: 'views', order: 10, component: ViewTabs },
  { slot: 'title-end', id: 'live', order: 10, component: LivePill },
  { slot: 'tools', id: 'tools', order: 10, component: PosingTools },
  { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
  { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
  { slot: 'canvas', id: 'views', order: 20, component: PictureViews },
  // Over the picture, so that the skeleton's frame is seen in every view.
  { slot: 'canvas', id: 'pose', order: 30, component: PoseOverlay },
  { slot: 'canvas', id: 'drop', order: 80, component: DropHighlight },
  { slot: 'canvas', id: 'notices', order: 100, component: Notices },
  { slot: 'strip', id: 'results', order: 10, component: ResultStrip },
  { slot: 'strip', id: 'large', order: 20, component: LargePictureMenu },
  { slot: 'panels', id: 'exemplar', order: 10, title: 'exemplar.title', component: ExemplarPanel, yields: 'first' },
  { slot: 'panels', id: 'exemplar-pose', order: 15, title: 'people.exemplarPose', component: ExemplarPosePanel },
  { slot: 'panels', id: 'people-pose', order: 20, title: 'pose.title', component: PosePanel, yields: 'first' },
  { slot: 'panels', id: 'people-background', order: 22, title: 'pose.background', component: BackgroundPanel },
  {
    slot: 'panels',
    id: 'people-library',
    order: 25,
    title: 'pose.library',
    component: PoseLibraryPanel,
    yields: 'first',
  },
  {
    slot: 'panels',
    id: 'people-layers',
    order: 30,
    title: 'layers.title',
    component: LayersPanel,
    actions: LayersPanelActions,
    startsOpen: false,
  },
  { slot: 'panels', id: 'history', order: 40, title: 'history.title', component: HistoryPanel, startsOpen: false },
  ...canvasStatus,
]

/**
 * The workspace for posing a person who then looks and is dressed as in a photo. It does not change the pose of a
 * person within a photo.
 */
export const peopleWorkspace: Workspace = { id: 'people', title: 'workspace.people', contributions, livePictures: true }
