import type { PlainMessageKey } from '../../i18n/message.ts'
import { documentReplaced } from '../../model/document/document-slice.ts'
import { strokesOf, withStrokes } from '../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { findPlaced } from '../../model/document/layer-tree.ts'
import type { History } from '../../model/history/history.ts'
import { MOST_STROKES, type Stroke } from '../../model/lines/stroke.ts'
import type { Observable } from '../../shared/lib/observable.ts'
import type { LinesPort } from '../tools/lines-port.ts'
import type { EditorStore } from './editor-store.ts'
import { withDragged } from './handle-drag.ts'

export interface LineEditingParts {
  readonly store: Pick<EditorStore, 'getState' | 'dispatch'>
  readonly history: Pick<History, 'commit'>
  /** The layer as it is shown instead of the document's, while something in it moves. */
  readonly draft: Observable<Layer | undefined>
  readonly refuse: (why: PlainMessageKey) => void
}

/** Draws and changes lines of the active layer; every gesture is one step of history. */
export class LineEditing implements LinesPort {
  readonly #parts: LineEditingParts

  constructor(parts: LineEditingParts) {
    this.#parts = parts
  }

  get(): readonly Stroke[] | undefined {
    const layer = this.#active
    return layer === undefined ? undefined : strokesOf(layer)
  }

  begin(): readonly Stroke[] | undefined {
    this.giveUp()
    const { document } = this.#parts.store.getState()
    const placed = findPlaced(document, document.activeLayerId)
    const strokes = placed === undefined ? undefined : strokesOf(placed.layer)
    const obstacle: PlainMessageKey | undefined =
      placed === undefined || strokes === undefined
        ? 'toolProblem.noEdgeLayer'
        : placed.locked
          ? 'toolProblem.locked'
          : placed.visible
            ? undefined
            : 'toolProblem.hidden'
    if (obstacle === undefined) return strokes
    this.#parts.refuse(obstacle)
    return undefined
  }

  show(strokes: readonly Stroke[]): void {
    const layer = this.#active
    if (layer !== undefined)
      this.#parts.draft.set(
        withStrokes(layer, strokes.length > MOST_STROKES ? strokes.slice(0, MOST_STROKES) : strokes),
      )
  }

  keep(title: PlainMessageKey): void {
    const { store, history, draft } = this.#parts
    const layer = draft.get()
    const before = store.getState().document
    const held = layer === undefined ? undefined : before.layers[layer.id]
    if (layer !== undefined && held !== undefined && strokesOf(held) !== strokesOf(layer)) {
      const after = withDragged(before, layer)
      store.dispatch(documentReplaced(after))
      history.commit(title, [{ kind: 'structure', before, after }])
    }
    // Last: a live picture that is made now must find the line in the document.
    draft.set(undefined)
  }

  giveUp(): void {
    this.#parts.draft.set(undefined)
  }

  get #active(): Layer | undefined {
    const { activeLayerId, layers } = this.#parts.store.getState().document
    return activeLayerId === null ? undefined : layers[activeLayerId]
  }
}
