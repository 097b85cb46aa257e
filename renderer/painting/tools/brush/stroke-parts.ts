import type { PaintGesture } from '../../paint/paint-gesture.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolState } from '../tool-machine.ts'
import type { StrokeContext, StrokeKind } from './stroke-kind.ts'

/** What a stroke carries from its beginning to its end. */
export interface StrokeParts {
  readonly context: StrokeContext
  readonly kind: StrokeKind
  readonly gesture: PaintGesture
  readonly idle: ToolState
  /** The press that began it. */
  readonly down: CanvasPointer
}
