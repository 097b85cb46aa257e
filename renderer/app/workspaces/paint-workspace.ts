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
import { FirstSteps } from '../../panels/onboarding/first-steps.tsx'
import { PalettePanel } from '../../panels/palette/palette-panel.tsx'
import { PoseLibraryPanel } from '../../panels/poses/pose-library-panel.tsx'
import { PosePanel } from '../../panels/poses/pose-panel.tsx'
import { ToolBar } from '../../panels/tools/tool-bar.tsx'
import { canvasStatus } from '../../panels/tools/canvas-status.ts'
import { ToolOptions } from '../../panels/tools/tool-options.tsx'
import { useLayerKindsInUse } from '../../panels/tools/use-layer-kinds-in-use.ts'
import { InspectorCatcher } from '../../synthesis/inspector/inspector-catcher.tsx'
import { InspectorPanel } from '../../synthesis/inspector/inspector-panel.tsx'
import { LivePill } from '../../synthesis/live/live-pill.tsx'
import { ResultStrip } from '../../synthesis/result-history/result-strip.tsx'
import { LargePictureMenu } from '../../synthesis/upscale/large-picture-menu.tsx'
import { PictureViews } from '../../synthesis/views/picture-views.tsx'
import { ViewTabs } from '../../synthesis/views/view-tabs.tsx'
import type { Contribution } from '../../shared/workspace/contribution.ts'
import type { Workspace } from '../../shared/workspace/workspace.ts'

/** Whether people are posed here: with a pack of poses, or in a document that holds a pose. */
function usePosesInUse(): boolean {
  return useLayerKindsInUse()('pose')
}

const contributions: readonly Contribution[] = [
  { slot: 'title-start', id: 'menu', order: 10, component: MainMenu },
  { slot: 'title-start', id: 'project', order: 30, component: ProjectTitle },
  { slot: 'title-start', id: 'undo', order: 50, component: UndoButtons },
  { slot: 'title-center', id: 'views', order: 10, component: ViewTabs },
  { slot: 'title-end', id: 'live', order: 10, component: LivePill },
  { slot: 'tools', id: 'tools', order: 10, component: ToolBar },
  { slot: 'tool-options', id: 'tool-options', order: 10, component: ToolOptions },
  { slot: 'canvas', id: 'canvas', order: 10, component: CanvasArea },
  { slot: 'canvas', id: 'pose', order: 15, component: PoseOverlay },
  { slot: 'canvas', id: 'views', order: 20, component: PictureViews },
  { slot: 'canvas', id: 'inspector', order: 30, component: InspectorCatcher },
  { slot: 'canvas', id: 'drop', order: 80, component: DropHighlight },
  { slot: 'canvas', id: 'first-steps', order: 90, component: FirstSteps },
  { slot: 'canvas', id: 'notices', order: 100, component: Notices },
  { slot: 'strip', id: 'results', order: 10, component: ResultStrip },
  { slot: 'strip', id: 'large', order: 20, component: LargePictureMenu },
  { slot: 'panels', id: 'exemplar', order: 10, title: 'exemplar.title', component: ExemplarPanel, yields: 'first' },
  { slot: 'panels', id: 'palette', order: 20, title: 'palette.title', component: PalettePanel, yields: 'last' },
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
  {
    slot: 'panels',
    id: 'pose',
    order: 36,
    title: 'pose.title',
    component: PosePanel,
    startsOpen: false,
    yields: 'first',
    useShown: usePosesInUse,
  },
  {
    slot: 'panels',
    id: 'pose-library',
    order: 37,
    title: 'pose.library',
    component: PoseLibraryPanel,
    startsOpen: false,
    yields: 'first',
    useShown: usePosesInUse,
  },
  { slot: 'panels', id: 'history', order: 40, title: 'history.title', component: HistoryPanel, startsOpen: false },
  ...canvasStatus,
]

/**
 * The workspace in which a painted layout becomes a picture in the style of a photo. A new feature adds its lines above
 * and nowhere else.
 */
export const paintWorkspace: Workspace = { id: 'paint', title: 'workspace.paint', contributions, livePictures: true }
