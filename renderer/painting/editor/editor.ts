import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { documentReplaced } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { hasRaster } from '../../model/document/layer-kinds/layer-facets.ts'
import { changeApplier } from '../../model/history/apply-change.ts'
import { History, type HistoryLimits } from '../../model/history/history.ts'
import { LayerCommands } from './layer-commands.ts'
import { PaintPort } from '../paint/paint-port.ts'
import { PictureStore } from '../../model/pictures/picture-store.ts'
import type { Point } from '../../model/raster/geometry.ts'
import { sidedClasses } from '../../model/palette/sided-classes.ts'
import { createRaster, type LabelRaster } from '../../model/raster/label-raster.ts'
import { LayoutView } from '../../model/raster/layout-view.ts'
import { RasterStore } from '../../model/raster/raster-store.ts'
import { SelectionCommands } from './selection-commands.ts'
import { createSelectionStore } from '../../model/selection/selection-store.ts'
import { pasteState } from '../tools/move/move-tool.ts'
import type { FloatingPixels } from '../tools/move/floating-pixels.ts'
import type { OverlayShape } from '../tools/overlay-shape.ts'
import type { PhotoPort, ToolContext } from '../tools/tool-context.ts'
import type { ToolSettings } from '../tools/tool-settings.ts'
import { ToolController } from '../tools/tool-controller.ts'
import { toolChosen } from '../tools/tools-slice.ts'
import { ViewportStore } from '../viewport/viewport-store.ts'
import type { EditorStore } from './editor-store.ts'
import { DocumentTransforms } from './document-transforms.ts'
import { HandleDrag } from './handle-drag.ts'
import { LineEditing } from './line-editing.ts'
import { PictureRelease } from './picture-release.ts'
import { PoseEditing } from './poses/pose-editing.ts'
import { toolContext } from './editor-tool-context.ts'

export interface EditorOptions {
  readonly store: EditorStore
  /** Shows one sentence to the user. */
  readonly notify: (text: PlainMessageKey) => void
  /** Gives ids never given before. */
  readonly makeId: () => string
  /** Bounds of the undo history until `history.setLimits`. */
  readonly historyLimits?: HistoryLimits
}

const HISTORY_LIMITS: HistoryLimits = { bytes: 256 * 1024 ** 2, steps: 1000 }

/**
 * The long-lived parts around one open document, wired together. Features take the part they need: pixels (`rasters`),
 * undo (`history`), tools, selection, view, pictures.
 */
export class Editor {
  readonly rasters = new RasterStore()
  readonly pictures = new PictureStore()
  readonly selection = createSelectionStore()
  readonly viewport = new ViewportStore()
  /** What the active tool draws over the document. */
  readonly overlay = new Observable<OverlayShape | undefined>(undefined)
  /** Where the pointer hovers, in CSS pixels of the canvas area. */
  readonly hover = new Observable<Point | undefined>(undefined)
  readonly history: History
  readonly paint: PaintPort
  readonly tools: ToolController
  readonly layers: LayerCommands
  readonly selecting: SelectionCommands
  readonly transforms: DocumentTransforms
  /** Points of the active layer that the move tool drags. */
  readonly handles: HandleDrag
  /** Lines of the active layer that the tools of lines change. */
  readonly lines: LineEditing
  /** The reference photo that tools follow. */
  readonly photo: PhotoPort
  /** People of pose layers. */
  readonly poses: PoseEditing
  /** The composed layout, updated when something changes. */
  readonly layout: LayoutView
  readonly #store: EditorStore
  readonly #context: ToolContext<ToolSettings>
  readonly #stopFollowing: () => void
  readonly #pictureRelease: PictureRelease
  #copied: FloatingPixels | undefined

  constructor({ store, notify, makeId, historyLimits = HISTORY_LIMITS }: EditorOptions) {
    this.#store = store
    const document = (): DocumentStructure => store.getState().document
    const { rasters, selection } = this
    const apply = changeApplier({ rasters, selection, document, dispatch: (action) => store.dispatch(action) })
    this.history = new History(apply, historyLimits)
    this.#pictureRelease = new PictureRelease({ pictures: this.pictures, history: this.history, document })
    this.layout = new LayoutView(rasters, document)
    this.paint = new PaintPort({
      rasters,
      refuse: notify,
      commit: (title, changes) => this.history.commit(title, changes),
      conditions: () => {
        const { palette, tools } = store.getState()
        const { onlyOverClassId, symmetry } = tools.settings
        const lockedClassIds = palette.lockedIds
        const sided = sidedClasses(palette.classes)
        return { document: document(), selection: selection.get(), onlyOverClassId, lockedClassIds, symmetry, sided }
      },
    })
    this.handles = new HandleDrag({ store, history: this.history })
    this.lines = new LineEditing({ store, history: this.history, draft: this.handles.dragged, refuse: notify })
    this.poses = new PoseEditing({ store, handles: this.handles })
    const context = toolContext({ editor: this, store, notify })
    this.#context = context
    this.photo = context.photo
    this.selecting = new SelectionCommands({ selection, history: this.history, paint: this.paint, document, context })
    this.layers = new LayerCommands({ store, rasters, history: this.history, makeId })
    this.transforms = new DocumentTransforms({
      store,
      rasters,
      pictures: this.pictures,
      selection,
      history: this.history,
      makeId,
      settle: () => this.tools.complete(),
    })
    this.tools = new ToolController(context, store.getState().tools.activeToolId)
    let shown: ImageSize = document()
    this.#stopFollowing = store.subscribe(() => {
      const state = store.getState()
      this.tools.choose(state.tools.activeToolId)
      const { width, height } = state.document
      if (width === shown.width && height === shown.height) return
      shown = state.document
      this.viewport.showDocument(shown)
    })
  }

  /**
   * Shows a document: its tree and its label pixels by layer id (a layer without any is empty), with an empty history.
   */
  open(document: DocumentStructure, rasters: ReadonlyMap<string, LabelRaster>): void {
    this.tools.cancel()
    this.selection.set(undefined)
    this.rasters.clear()
    for (const layer of Object.values(document.layers)) {
      if (!hasRaster(layer)) continue
      this.rasters.put(layer.id, rasters.get(layer.id) ?? createRaster(document.width, document.height))
    }
    this.#store.dispatch(documentReplaced(document))
    this.history.clear()
    this.viewport.showDocument(document)
  }

  undo(): void {
    // If a gesture is under way, the user means to take back that first.
    if (this.paint.isBusy || this.handles.dragged.get() !== undefined) this.tools.cancel()
    else this.history.undo()
  }

  redo(): void {
    this.tools.complete()
    this.history.redo()
  }

  /** Whether there is something for `paste`. */
  get hasCopied(): boolean {
    return this.#copied !== undefined || this.poses.canPaste
  }

  copy(): void {
    if (this.poses.copy()) return
    this.#copied = this.selecting.copy() ?? this.#copied
  }

  cut(): void {
    this.tools.complete()
    if (this.poses.cut()) return
    this.#copied = this.selecting.cut() ?? this.#copied
  }

  /**
   * Lets the copied pixels float over the active layer, where they were copied. @returns whether anything was copied.
   */
  paste(): boolean {
    if (this.poses.paste()) return true
    if (this.#copied === undefined) return false
    this.#store.dispatch(toolChosen('move'))
    this.tools.complete()
    const state = pasteState(this.#context, this.#copied)
    if (state !== undefined) this.tools.enter('move', state)
    return true
  }

  /** Removes what is chosen: people or joints while posing, else the selected labels. */
  clear(): void {
    if (!this.poses.clear()) this.selecting.clear()
  }

  /** Moves what is chosen by whole pixels. */
  nudge(across: number, down: number): void {
    if (!this.poses.nudge(across, down)) this.selecting.nudge(across, down)
  }

  dispose(): void {
    this.#stopFollowing()
    this.tools.dispose()
    this.#pictureRelease.dispose()
    this.history.dispose()
    this.layout.dispose()
    this.rasters.dispose()
    this.pictures.dispose()
    this.selection.dispose()
    this.viewport.dispose()
    this.overlay.dispose()
    this.poses.dispose()
    this.handles.dispose()
    this.hover.dispose()
  }
}
