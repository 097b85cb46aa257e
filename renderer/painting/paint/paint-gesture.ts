import type { PlainMessageKey } from '../../i18n/message.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import { unionRect } from '../../model/raster/geometry.ts'
import { RasterTransaction } from '../../model/raster/raster-transaction.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import type { SpanSink } from '../../model/raster/shapes/span.ts'
import type { SymmetryMode } from './symmetry.ts'
import { SpanPainter } from './span-painter.ts'
import { mirroredSink } from './symmetry.ts'

/** Hands a finished gesture's changes to history. */
export type CommitChanges = (title: PlainMessageKey, changes: readonly HistoryChange[]) => void

export interface GestureTarget {
  readonly layerId: string
  readonly raster: LabelRaster
  readonly rasters: RasterStore
  /** 1 where pixels may change; undefined = everywhere. */
  readonly mask: Uint8Array | undefined
  readonly symmetry: SymmetryMode
  /** The counterpart of each class that a person has on both sides, such as left and right brow. */
  readonly sided: ReadonlyMap<number, number>
  readonly commit: CommitChanges
  readonly ended: () => void
}

/**
 * One undoable change of one label layer while it is being made. What is drawn shows at once; `redraw` replaces it (for
 * shapes that follow the pointer); exactly one of `commit` and `cancel` ends it.
 */
export class PaintGesture {
  readonly #target: GestureTarget
  readonly #transaction: RasterTransaction
  readonly #painter: SpanPainter

  constructor(target: GestureTarget) {
    this.#target = target
    this.#transaction = new RasterTransaction(target.raster)
    this.#painter = new SpanPainter(this.#transaction, target.mask)
  }

  get raster(): LabelRaster {
    return this.#target.raster
  }

  /** Draws a shape in one class and shows it. */
  draw(classId: number, shape: (sink: SpanSink) => void): void {
    this.#drawSpans(classId, shape)
    this.#show(this.#painter.takeDirty())
  }

  /** Takes everything back, draws anew and shows both as one change. */
  redraw(draw: (paint: (classId: number, shape: (sink: SpanSink) => void) => void) => void): void {
    const before = this.#transaction.restore()
    draw((classId, shape) => this.#drawSpans(classId, shape))
    this.#show(unionRect(before, this.#painter.takeDirty()))
  }

  /** @param also Changes that belong to the same step. */
  commit(title: PlainMessageKey, also: readonly HistoryChange[] = []): void {
    const { layerId, commit, ended } = this.#target
    const patch = this.#transaction.patch()
    ended()
    if (patch !== undefined) commit(title, [{ kind: 'tiles', layerId, patch }, ...also])
  }

  cancel(): void {
    this.#show(this.#transaction.restore())
    this.#target.ended()
  }

  #drawSpans(classId: number, shape: (sink: SpanSink) => void): void {
    const { raster, symmetry, sided } = this.#target
    const sink =
      (id: number): SpanSink =>
      (y, x0, x1) =>
        this.#painter.paint(id, y, x0, x1)
    shape(mirroredSink(sink(classId), symmetry, raster, sink(sided.get(classId) ?? classId)))
  }

  #show(rect: ReturnType<SpanPainter['takeDirty']>): void {
    this.#target.rasters.touch(this.#target.layerId, rect)
  }
}
