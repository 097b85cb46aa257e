import { capsuleSpans, discSpans, type BrushSample } from '../../../model/raster/shapes/capsule.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolState } from '../tool-machine.ts'
import { brushSample } from './brush-radius.ts'
import type { StrokeParts } from './stroke-parts.ts'

/** State while the pen is down: every sample paints at once. */
export function drawing({ context, kind, gesture, idle, down }: StrokeParts): ToolState {
  const classId = kind.classId()
  const size = kind.size()
  const { pressureSetsSize } = context.settings()
  let last: BrushSample = brushSample(down.at, size, down, pressureSetsSize)

  const follow = (pointer: CanvasPointer): void => {
    gesture.draw(classId, (sink) => {
      for (const sample of pointer.samples) {
        const next = brushSample(sample, size, pointer, pressureSetsSize)
        capsuleSpans(last, next, sink)
        last = next
      }
    })
  }
  const finish = (): ToolState => {
    kind.lastEnd = last
    gesture.commit(kind.title)
    return idle
  }
  return {
    name: 'drawing',
    enter: () => gesture.draw(classId, (sink) => discSpans(last, sink)),
    pointerMove(pointer) {
      follow(pointer)
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
