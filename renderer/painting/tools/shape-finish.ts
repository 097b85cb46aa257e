import type { PlainMessageKey } from '../../i18n/message.ts'
import type { SpanSink } from '../../model/raster/shapes/span.ts'
import { combineMasks, maskFromSpans, selectionMode } from '../../model/selection/selection-mask.ts'
import type { Modifiers } from './canvas-pointer.ts'
import type { ToolContext } from './tool-context.ts'

type SelectContext = Pick<ToolContext, 'documentSize' | 'selection'>
type PaintContext = Pick<ToolContext, 'classes' | 'paint'>

/** Joins a closed shape to the selection; the keys held at its beginning decide how. */
export function selectShape(context: SelectContext, draw: (sink: SpanSink) => void, modifiers: Modifiers): void {
  const { width, height } = context.documentSize()
  const shape = maskFromSpans(width, height, draw)
  context.selection.change(combineMasks(context.selection.get(), shape, selectionMode(modifiers)))
}

/** Paints a closed shape in the active class as one step. */
export function paintShape(context: PaintContext, draw: (sink: SpanSink) => void, title: PlainMessageKey): void {
  const gesture = context.paint.begin()
  gesture?.draw(context.classes.active(), draw)
  gesture?.commit(title)
}
