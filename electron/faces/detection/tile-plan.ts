import type { Point } from '../geometry/point.ts'

/** A square part of the photo that the detector looks at. */
export interface Tile {
  readonly centre: Point
  readonly extent: number
}

/** The detector finds faces that fill at least this share of its tile's side. */
const SMALLEST_SHARE = 0.14
/** Neighbouring tiles share this part, so that a face at a border is whole in one of them. */
const SHARED = 0.34

/**
 * Levels of square tiles, the whole photo first, each level half as large, until faces of `smallestFace` pixels fill
 * enough of a tile to be found.
 */
export function planTiles(width: number, height: number, smallestFace: number): Tile[][] {
  const whole = Math.max(width, height)
  const levels: Tile[][] = [[{ centre: { x: width / 2, y: height / 2 }, extent: whole * 1.05 }]]
  for (let extent = whole / 2; extent * 2 * SMALLEST_SHARE > smallestFace; extent /= 2) {
    const columns = positions(width, extent)
    levels.push(positions(height, extent).flatMap((y) => columns.map((x) => ({ centre: { x, y }, extent }))))
  }
  return levels
}

/** Centres along a side, evenly spread from border to border. */
function positions(length: number, extent: number): number[] {
  if (length <= extent) return [length / 2]
  const count = Math.ceil((length - extent) / (extent * (1 - SHARED))) + 1
  const step = (length - extent) / (count - 1)
  return Array.from({ length: count }, (_, index) => extent / 2 + index * step)
}
