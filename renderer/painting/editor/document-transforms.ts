import type { PlainMessageKey } from '../../i18n/message.ts'
import { rectangleAround } from '../../model/document/crop-rectangle.ts'
import { documentReplaced } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { croppedDocument, turnedDocument, type DocumentTransform } from '../../model/document/document-transform.ts'
import {
  paintsLabels,
  pictureIdOf,
  transformedLayer,
  withPictureId,
} from '../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import type { History } from '../../model/history/history.ts'
import { packPlane } from '../../model/history/packed-plane.ts'
import { selectionChange } from '../../model/history/selection-change.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'
import { transformPicture } from '../../model/pictures/transform-picture.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'
import { transformPlane } from '../../model/raster/transform-plane.ts'
import { maskBounds } from '../../model/selection/selection-mask.ts'
import type { SelectionStore } from '../../model/selection/selection-store.ts'
import type { EditorStore } from './editor-store.ts'

export interface DocumentTransformParts {
  readonly store: EditorStore
  readonly rasters: RasterStore
  readonly pictures: PictureStore
  readonly selection: SelectionStore
  readonly history: History
  readonly makeId: () => string
  /** Finishes what a tool has started. */
  readonly settle: () => void
}

/** Changes size and orientation of the document with all its layers; every change is one step of history. */
export class DocumentTransforms {
  readonly #parts: DocumentTransformParts

  constructor(parts: DocumentTransformParts) {
    this.#parts = parts
  }

  turn(direction: 'right' | 'left'): void {
    const title = direction === 'right' ? 'document.turnRight' : 'document.turnLeft'
    this.apply(turnedDocument(this.#document, direction), title)
  }

  /** @returns whether there is a selection to crop to. */
  cropToSelection(): boolean {
    this.#parts.settle()
    const mask = this.#parts.selection.get()
    const bounds = mask === undefined ? undefined : maskBounds(mask)
    if (bounds === undefined) return false
    this.apply(croppedDocument(this.#document, rectangleAround(this.#document, bounds)), 'document.cropToSelection')
    return true
  }

  /** @param transform Of the present document. */
  apply(transform: DocumentTransform, title: PlainMessageKey): void {
    const { store, rasters, selection, history, settle } = this.#parts
    settle()
    const before = this.#document
    const layers = Object.values(before.layers)
    const changes: HistoryChange[] = []
    const selected = selection.get()
    if (selected !== undefined) {
      changes.push(selectionChange(selected, undefined))
      selection.set(undefined)
    }
    for (const { id } of layers.filter((layer) => paintsLabels(layer))) {
      const raster = rasters.get(id)
      if (raster === undefined) continue
      const moved = transformPlane(raster, transform, UNLABELLED)
      changes.push({ kind: 'raster', layerId: id, before: packPlane(raster), after: packPlane(moved) })
      rasters.put(id, moved)
    }
    const after = {
      ...before,
      ...transform.to,
      layers: Object.fromEntries(layers.map((layer) => [layer.id, this.#carried(layer, transform)])),
    }
    store.dispatch(documentReplaced(after))
    history.commit(title, [...changes, { kind: 'structure', before, after, pictureBytes: this.#pictureBytes(layers) }])
  }

  /** Of the pictures that layers show, which only the history needs once they are transformed. */
  #pictureBytes(layers: readonly Layer[]): number {
    const ids = new Set(layers.flatMap((layer) => pictureIdOf(layer) ?? []))
    return [...ids].reduce((sum, id) => sum + (this.#parts.pictures.get(id)?.data.length ?? 0), 0)
  }

  /**
   * The layer with everything but its labels transformed: its picture is made anew, and the old one is kept for undo.
   */
  #carried(layer: Layer, transform: DocumentTransform): Layer {
    const { pictures, makeId } = this.#parts
    const carried = transformedLayer(layer, transform)
    const pictureId = pictureIdOf(layer)
    const picture = pictureId === null ? undefined : pictures.get(pictureId)
    if (picture === undefined) return carried
    const newId = `photo-${makeId()}`
    pictures.put(newId, transformPicture(picture, transform))
    return withPictureId(carried, newId)
  }

  get #document(): DocumentStructure {
    return this.#parts.store.getState().document
  }
}
