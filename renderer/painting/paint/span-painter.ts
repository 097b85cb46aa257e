import type { Rect } from '../../model/raster/geometry.ts'
import type { RasterTransaction } from '../../model/raster/raster-transaction.ts'

/** Writes spans of one class into a raster, only where the mask allows, and keeps track of what changed. */
export class SpanPainter {
  readonly #transaction: RasterTransaction
  readonly #mask: Uint8Array | undefined
  #left = Infinity
  #top = Infinity
  #right = -Infinity
  #bottom = -Infinity

  /** @param mask 1 where pixels may change, of the raster's size; undefined = everywhere. */
  constructor(transaction: RasterTransaction, mask: Uint8Array | undefined) {
    this.#transaction = transaction
    this.#mask = mask
  }

  paint(classId: number, y: number, from: number, to: number): void {
    const { width, height, data } = this.#transaction.raster
    const x0 = Math.max(0, from)
    const x1 = Math.min(width, to)
    if (y < 0 || y >= height || x1 <= x0) return
    this.#transaction.touchSpan(y, x0, x1)
    this.#left = Math.min(this.#left, x0)
    this.#right = Math.max(this.#right, x1)
    this.#top = Math.min(this.#top, y)
    this.#bottom = Math.max(this.#bottom, y + 1)
    const row = y * width
    if (this.#mask === undefined) {
      data.fill(classId, row + x0, row + x1)
      return
    }
    for (let index = row + x0; index < row + x1; index += 1) if (this.#mask[index] === 1) data[index] = classId
  }

  /** The rectangle painted since the last call. */
  takeDirty(): Rect | undefined {
    if (this.#right <= this.#left) return undefined
    const rect = {
      x: this.#left,
      y: this.#top,
      width: this.#right - this.#left,
      height: this.#bottom - this.#top,
    }
    this.#left = this.#top = Infinity
    this.#right = this.#bottom = -Infinity
    return rect
  }
}
