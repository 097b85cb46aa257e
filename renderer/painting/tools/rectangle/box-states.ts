import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { PaintGesture } from '../../paint/paint-gesture.ts'
import { constrainBox, type Box } from '../../../model/raster/shapes/box.ts'
import type { SpanSink } from '../../../model/raster/shapes/span.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { selectShape } from '../shape-finish.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'

export type BoxContext = Pick<ToolContext, 'classes' | 'paint' | 'selection' | 'overlay' | 'documentSize'>

/** What differs between the tools that drag a box. */
export interface BoxKind {
  readonly title: PlainMessageKey
  readonly overlay: 'rectangle' | 'ellipse'
  readonly spans: (box: Box, sink: SpanSink) => void
  readonly selects: () => boolean
}

/** State while waiting for the first corner. */
export function boxIdle(context: BoxContext, kind: BoxKind): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      if (kind.selects()) return selecting(context, kind, pointer, idle)
      const gesture = context.paint.begin()
      return gesture === undefined ? undefined : painting(context, kind, gesture, pointer, idle)
    },
  }
  return idle
}

/** State while a box grows: it is painted at once, so that the live picture follows. */
function painting(
  context: BoxContext,
  kind: BoxKind,
  gesture: PaintGesture,
  down: CanvasPointer,
  idle: ToolState,
): ToolState {
  const classId = context.classes.active()
  const finish = (): ToolState => {
    gesture.commit(kind.title)
    return idle
  }
  return {
    name: 'painting',
    pointerMove({ at, shift, alt }) {
      const box = constrainBox({ from: down.at, to: at }, shift, alt)
      gesture.redraw((paint) => paint(classId, (sink) => kind.spans(box, sink)))
      return undefined
    },
    pointerUp: finish,
    complete: finish,
    cancel() {
      gesture.cancel()
      return idle
    },
  }
}

/**
 * State while selecting: only an outline shows, and a click without a drag deselects. The keys held at the press decide
 * how the shape joins the selection.
 */
function selecting(context: BoxContext, kind: BoxKind, down: CanvasPointer, idle: ToolState): ToolState {
  let box: Box | undefined
  return {
    name: 'selecting',
    pointerMove({ at, shift, alt }) {
      box = snapped(constrainBox({ from: down.at, to: at }, shift && !down.shift, alt && !down.alt))
      context.overlay.show({ kind: kind.overlay, box })
      return undefined
    },
    pointerUp() {
      const drawn = box
      if (drawn !== undefined) selectShape(context, (sink) => kind.spans(drawn, sink), down)
      else if (!down.shift && !down.alt) context.selection.change(undefined, 'selection.none')
      return idle
    },
    cancel: () => idle,
    complete: () => idle,
    exit: () => context.overlay.show(undefined),
  }
}

/** Selections follow pixel borders. */
function snapped({ from, to }: Box): Box {
  return {
    from: { x: Math.round(from.x), y: Math.round(from.y) },
    to: { x: Math.round(to.x), y: Math.round(to.y) },
  }
}
