import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { selectionChange } from '../../model/history/selection-change.ts'
import type { History } from '../../model/history/history.ts'
import type { PaintPort } from '../paint/paint-port.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'
import { maskSpans } from '../../model/raster/mask-spans.ts'
import type { ToolContext } from '../tools/tool-context.ts'
import { translation } from '../tools/move/affine.ts'
import { FloatSession } from '../tools/move/float-session.ts'
import { liftPixels, type FloatingPixels } from '../tools/move/floating-pixels.ts'
import { fullMask, invertMask, type SelectionMask } from '../../model/selection/selection-mask.ts'
import type { SelectionStore } from '../../model/selection/selection-store.ts'

export interface SelectionCommandParts {
  readonly selection: SelectionStore
  readonly history: History
  readonly paint: PaintPort
  readonly document: () => DocumentStructure
  readonly context: ToolContext
}

/** Everything that users do to the selection and to the pixels in it; every command is at most one step of history. */
export class SelectionCommands {
  readonly #parts: SelectionCommandParts

  constructor(parts: SelectionCommandParts) {
    this.#parts = parts
  }

  all(): void {
    const { width, height } = this.#parts.document()
    this.#change('selection.all', fullMask(width, height))
  }

  /** @returns whether there was a selection. */
  none(): boolean {
    if (this.#parts.selection.get() === undefined) return false
    this.#change('selection.none', undefined)
    return true
  }

  invert(): void {
    const { width, height } = this.#parts.document()
    const current = this.#parts.selection.get()
    this.#change('selection.invert', current === undefined ? fullMask(width, height) : invertMask(current))
  }

  /** The selected labels of the active layer; undefined when there are none. */
  copy(): FloatingPixels | undefined {
    const raster = this.#parts.context.classes.activeLayer()
    return raster === undefined ? undefined : liftPixels(raster, this.#parts.selection.get())
  }

  /** Takes the selected labels off the active layer. */
  clear(): void {
    const { context, document, selection } = this.#parts
    const gesture = context.paint.begin({ mirror: false })
    const { width, height } = document()
    const mask = selection.get() ?? fullMask(width, height)
    gesture?.draw(UNLABELLED, (sink) => maskSpans(mask.data, width, sink))
    gesture?.commit('edit.delete')
  }

  cut(): FloatingPixels | undefined {
    const copied = this.copy()
    if (copied !== undefined) this.clear()
    return copied
  }

  /** Moves the selected labels by whole pixels. */
  nudge(x: number, y: number): void {
    const { context } = this.#parts
    const pixels = this.copy()
    if (pixels === undefined) return
    const gesture = context.paint.begin({ obeyRules: false, mirror: false })
    if (gesture === undefined) return
    const session = new FloatSession(context, gesture, pixels, true)
    session.moveTo(translation(x, y))
    session.land('edit.nudge')
  }

  /** Replaces one class by another on the active layer, within the selection. */
  replaceClass(fromId: number, toId: number): void {
    const { context } = this.#parts
    const gesture = context.paint.begin({ mirror: false })
    if (gesture === undefined) return
    const { data, width } = gesture.raster
    const mask = data.map((id) => (id === fromId ? 1 : 0))
    gesture.draw(toId, (sink) => maskSpans(mask, width, sink))
    gesture.commit('edit.replaceClass')
  }

  #change(title: 'selection.all' | 'selection.none' | 'selection.invert', mask: SelectionMask | undefined): void {
    const { selection, history } = this.#parts
    const before = selection.get()
    selection.set(mask)
    history.commit(title, [selectionChange(before, mask)])
  }
}
