import { capsuleSpans, type BrushSample } from '../../../model/raster/shapes/capsule.ts'
import { snapToAngles } from '../snap-to-angles.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolState } from '../tool-machine.ts'
import { brushSample } from './brush-radius.ts'
import type { StrokeParts } from './stroke-parts.ts'

/**
 * State after a press with Shift: one straight line from the end of the last stroke (or from the press) to the pointer;
 * Ctrl snaps its angle.
 */
export function straight({ context, kind, gesture, idle, down }: StrokeParts): ToolState {
  const classId = kind.classId()
  const size = kind.size()
  const { pressureSetsSize } = context.settings()
  const from = kind.lastEnd ?? down.at
  let end: BrushSample = brushSample(down.at, size, down, pressureSetsSize)

  const drawTo = (pointer: CanvasPointer): void => {
    const target = pointer.ctrl ? snapToAngles(from, pointer.at) : pointer.at
    // A pen leaves the surface with no pressure; the line keeps the strongest it had.
    const reached = brushSample(pointer.at, size, pointer, pressureSetsSize)
    end = { ...target, radius: Math.max(end.radius, reached.radius) }
    gesture.redraw((paint) => paint(classId, (sink) => capsuleSpans({ ...from, radius: end.radius }, end, sink)))
  }
  const finish = (): ToolState => {
    kind.lastEnd = end
    gesture.commit(kind.title)
    return idle
  }
  return {
    name: 'straight',
    enter: () => drawTo(down),
    pointerMove(pointer) {
      drawTo(pointer)
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
