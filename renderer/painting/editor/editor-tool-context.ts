import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Observable } from '../../shared/lib/observable.ts'
import { pictureIdOf } from '../../model/document/layer-kinds/layer-facets.ts'
import { layerKindTable } from '../../model/document/layer-kinds/layer-kind-table.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import type { History } from '../../model/history/history.ts'
import { selectionChange } from '../../model/history/selection-change.ts'
import type { PaintPort } from '../paint/paint-port.ts'
import { classChosen } from '../../model/palette/palette-slice.ts'
import { fitPicture } from '../../model/pictures/fit-picture.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'
import type { LayoutView } from '../../model/raster/layout-view.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'
import type { SelectionStore } from '../../model/selection/selection-store.ts'
import type { LinesPort } from '../tools/lines-port.ts'
import type { PosePort } from '../poses/pose-port.ts'
import type { OverlayShape } from '../tools/overlay-shape.ts'
import type { HandlePort, ToolContext } from '../tools/tool-context.ts'
import type { ToolSettings } from '../tools/tool-settings.ts'
import type { ViewportStore } from '../viewport/viewport-store.ts'
import type { EditorStore } from './editor-store.ts'

/**
 * The editor's parts that tools act on. They are read when a tool asks, because the editor creates them one after
 * another.
 */
interface ToolTargets {
  readonly handles: HandlePort
  readonly lines: LinesPort
  readonly history: History
  readonly layout: LayoutView
  readonly overlay: Observable<OverlayShape | undefined>
  readonly paint: PaintPort
  readonly poses: PosePort
  readonly pictures: PictureStore
  readonly rasters: RasterStore
  readonly selection: SelectionStore
  readonly viewport: ViewportStore
}

interface ToolContextParts {
  readonly editor: ToolTargets
  readonly store: EditorStore
  readonly notify: (text: PlainMessageKey) => void
}

/** What tools may do, built from the editor's parts. */
export function toolContext({ editor, store, notify }: ToolContextParts): ToolContext<ToolSettings> {
  const { selection, viewport } = editor
  return {
    notify,
    settings: () => store.getState().tools.settings,
    documentSize: () => store.getState().document,
    paint: editor.paint,
    overlay: { show: (shape) => editor.overlay.set(shape) },
    classes: {
      active: () => store.getState().palette.activeClassId,
      choose: (classId) => {
        if (store.getState().palette.activeClassId !== classId) store.dispatch(classChosen(classId))
      },
      shown: () => editor.layout.get(),
      activeLayer: () => {
        const { activeLayerId } = store.getState().document
        return activeLayerId === null ? undefined : editor.rasters.get(activeLayerId)
      },
    },
    selection: {
      get: selection.get,
      preview: (mask) => selection.set(mask),
      change: (mask, title = 'selection.change') => {
        const before = selection.get()
        if (before === undefined && mask === undefined) return
        selection.set(mask)
        editor.history.commit(title, [selectionChange(before, mask)])
      },
    },
    view: {
      zoom: () => viewport.get().zoom,
      pan: (by) => viewport.pan(by),
      zoomAt: (screen, factor) => viewport.zoomAt(screen, factor),
    },
    handles: editor.handles,
    lines: editor.lines,
    pose: editor.poses,
    photo: { get: photoReader(editor, store) },
  }
}

/** The topmost visible reference photo at the document's size; scaled once per photo. */
function photoReader(editor: Pick<ToolTargets, 'pictures'>, store: EditorStore): () => RgbImage | undefined {
  let source: RgbImage | undefined
  let fittedPhoto: RgbImage | undefined
  return () => {
    const { document } = store.getState()
    const photo = placedLayers(document).flatMap(({ layer, visible }) => {
      const pictureId = visible && layerKindTable[layer.kind].isReference ? pictureIdOf(layer) : null
      return (pictureId === null ? undefined : editor.pictures.get(pictureId)) ?? []
    })[0]
    const sameSize = fittedPhoto?.width === document.width && fittedPhoto.height === document.height
    if (photo !== source || !sameSize) {
      source = photo
      fittedPhoto = photo === undefined ? undefined : fitPicture(photo, document)
    }
    return fittedPhoto
  }
}
