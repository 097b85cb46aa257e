import type { PlainMessageKey } from '../../../i18n/message.ts'
import { selectionChange } from '../../../model/history/selection-change.ts'
import type { PaintGesture } from '../../paint/paint-gesture.ts'
import { UNLABELLED } from '../../../model/raster/label-raster.ts'
import { maskFromSpans, type SelectionMask } from '../../../model/selection/selection-mask.ts'
import type { ToolContext } from '../tool-context.ts'
import { identity, type Affine } from './affine.ts'
import { liftedSpans, transformedRuns, type FloatingPixels } from './floating-pixels.ts'
import { frameOverlay } from './frame-overlay.ts'

export type FloatContext = Pick<ToolContext, 'paint' | 'selection' | 'overlay' | 'documentSize' | 'view'>

/**
 * Pixels that float over their layer. The layer always shows them where they are now, and the selection follows;
 * landing them makes one step of history.
 */
export class FloatSession {
  readonly pixels: FloatingPixels
  readonly #context: FloatContext
  readonly #gesture: PaintGesture
  readonly #selectionBefore: SelectionMask | undefined
  /** False for pasted pixels: they leave no hole where they came from. */
  readonly #leavesHole: boolean
  #transform: Affine = identity

  constructor(context: FloatContext, gesture: PaintGesture, pixels: FloatingPixels, leavesHole: boolean) {
    this.#context = context
    this.#gesture = gesture
    this.pixels = pixels
    this.#leavesHole = leavesHole
    this.#selectionBefore = context.selection.get()
    if (!leavesHole) this.#draw()
    this.showFrame()
  }

  get transform(): Affine {
    return this.#transform
  }

  moveTo(transform: Affine): void {
    this.#transform = transform
    this.#draw()
    this.showFrame()
  }

  showFrame(): void {
    this.#context.overlay.show(frameOverlay(this.pixels, this.#transform, this.#context.view.zoom()))
  }

  land(title: PlainMessageKey): void {
    this.#context.overlay.show(undefined)
    const before = this.#selectionBefore
    // Without a selection the whole layer moved, and pasted pixels stay selected where they land.
    const after = before !== undefined || !this.#leavesHole ? this.#movedMask() : undefined
    this.#gesture.commit(title, [selectionChange(before, after)])
    this.#context.selection.preview(after)
  }

  giveUp(): void {
    this.#context.overlay.show(undefined)
    this.#gesture.cancel()
    this.#context.selection.preview(this.#selectionBefore)
  }

  #draw(): void {
    const size = this.#context.documentSize()
    this.#gesture.redraw((paint) => {
      if (this.#leavesHole) paint(UNLABELLED, (sink) => liftedSpans(this.pixels, sink))
      transformedRuns(this.pixels, this.#transform, size, (classId, y, x0, x1) => {
        paint(classId, (sink) => sink(y, x0, x1))
      })
    })
    if (this.#selectionBefore !== undefined) this.#context.selection.preview(this.#movedMask())
  }

  #movedMask(): SelectionMask {
    const { width, height } = this.#context.documentSize()
    return maskFromSpans(width, height, (sink) => {
      transformedRuns(this.pixels, this.#transform, { width, height }, (_classId, y, x0, x1) => sink(y, x0, x1))
    })
  }
}
