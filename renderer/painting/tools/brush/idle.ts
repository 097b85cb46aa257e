import type { ToolState } from '../tool-machine.ts'
import { drawing } from './drawing.ts'
import type { StrokeContext, StrokeKind } from './stroke-kind.ts'
import { straight } from './straight.ts'

/** State while waiting for the pen. */
export function strokeIdle(context: StrokeContext, kind: StrokeKind): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      const gesture = context.paint.begin()
      if (gesture === undefined) return undefined
      const next = pointer.shift ? straight : drawing
      return next({ context, kind, gesture, idle, down: pointer })
    },
  }
  return idle
}
