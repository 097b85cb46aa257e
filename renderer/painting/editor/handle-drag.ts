import { documentReplaced } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { findPlaced } from '../../model/document/layer-tree.ts'
import type { History } from '../../model/history/history.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Point } from '../../model/raster/geometry.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { handlePointsOf, withHandleMoved } from '../layer-kinds/layer-display-table.ts'
import type { HandlePort } from '../tools/tool-context.ts'
import type { EditorStore } from './editor-store.ts'

export interface HandleDragParts {
  readonly store: Pick<EditorStore, 'getState' | 'dispatch'>
  readonly history: Pick<History, 'commit'>
}

/** Drags points of the active layer. During a drag the changed layer is kept here and not in the store. */
export class HandleDrag implements HandlePort {
  readonly dragged = new Observable<Layer | undefined>(undefined)
  readonly #parts: HandleDragParts

  constructor(parts: HandleDragParts) {
    this.#parts = parts
  }

  points(): readonly (Point | null)[] | undefined {
    const layer = this.#active
    return layer === undefined ? undefined : handlePointsOf(layer)
  }

  isLocked(): boolean {
    const { document } = this.#parts.store.getState()
    return findPlaced(document, document.activeLayerId)?.locked === true
  }

  drag(index: number, to: Point): void {
    const layer = this.#active
    if (layer !== undefined) this.show(withHandleMoved(layer, index, to))
  }

  /** Shows a changed layer without storing it. */
  show(layer: Layer): void {
    this.dragged.set(layer)
  }

  drop(title: PlainMessageKey = 'layers.dragPoint'): void {
    const { store, history } = this.#parts
    const layer = this.dragged.get()
    this.dragged.set(undefined)
    const before = store.getState().document
    if (layer === undefined || before.layers[layer.id] === undefined) return
    const after = withDragged(before, layer)
    store.dispatch(documentReplaced(after))
    history.commit(title, [{ kind: 'structure', before, after }])
  }

  giveUp(): void {
    this.dragged.set(undefined)
  }

  dispose(): void {
    this.dragged.dispose()
  }

  get #active(): Layer | undefined {
    const { activeLayerId, layers } = this.#parts.store.getState().document
    return activeLayerId === null ? undefined : layers[activeLayerId]
  }
}

/** The document as it is shown while a point is dragged. */
export function withDragged(document: DocumentStructure, layer: Layer | undefined): DocumentStructure {
  if (layer === undefined || document.layers[layer.id] === undefined) return document
  return { ...document, layers: { ...document.layers, [layer.id]: layer } }
}
