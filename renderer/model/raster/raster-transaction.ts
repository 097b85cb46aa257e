import { unionRect, type Rect } from './geometry.ts'
import type { LabelRaster } from './label-raster.ts'
import { makePatch, type TilePatch } from './tile-patch.ts'
import { readRect, TILE_SIZE, tileCount, tileRect, tilesAcross, writeRect } from './tile-grid.ts'

/** Remembers tiles of one raster as they were before they are first written, for undo, cancel and live previews. */
export class RasterTransaction {
  readonly raster: LabelRaster
  readonly #across: number
  readonly #touched: Uint8Array
  readonly #saved = new Map<number, Uint8Array>()

  constructor(raster: LabelRaster) {
    this.raster = raster
    this.#across = tilesAcross(raster.width)
    this.#touched = new Uint8Array(tileCount(raster.width, raster.height))
  }

  /** Call before writing columns x0 .. x1 − 1 of row y, all inside the raster. */
  touchSpan(y: number, x0: number, x1: number): void {
    const row = (y >> 6) * this.#across
    for (let column = x0 >> 6; column <= (x1 - 1) >> 6; column += 1) {
      if (this.#touched[row + column] === 0) this.#save(row + column)
    }
  }

  /** Call before writing anywhere in a rectangle that lies inside the raster. */
  touchRect(rect: Rect): void {
    for (let y = rect.y; y < rect.y + rect.height; y += TILE_SIZE - (y % TILE_SIZE)) {
      this.touchSpan(y, rect.x, rect.x + rect.width)
    }
  }

  /** Puts every touched tile back as it was and goes on. @returns the rectangle that may have changed. */
  restore(): Rect | undefined {
    let dirty: Rect | undefined
    for (const [index, values] of this.#saved) {
      const rect = tileRect(index, this.raster.width, this.raster.height)
      writeRect(this.raster.data, this.raster.width, rect, values)
      dirty = unionRect(dirty, rect)
    }
    return dirty
  }

  /** What changed since the beginning; undefined when nothing did. */
  patch(): TilePatch | undefined {
    return makePatch(this.raster, this.#saved)
  }

  #save(index: number): void {
    this.#touched[index] = 1
    const rect = tileRect(index, this.raster.width, this.raster.height)
    this.#saved.set(index, readRect(this.raster.data, this.raster.width, rect))
  }
}
