import type { Rect } from './geometry.ts'

/** Side of a tile in pixels: history and dirty tracking work in tiles. */
export const TILE_SIZE = 64

export function tilesAcross(length: number): number {
  return Math.ceil(length / TILE_SIZE)
}

export function tileCount(width: number, height: number): number {
  return tilesAcross(width) * tilesAcross(height)
}

/** Where the tile with this index lies; tiles at the right and bottom may be smaller. */
export function tileRect(index: number, width: number, height: number): Rect {
  const across = tilesAcross(width)
  const x = (index % across) * TILE_SIZE
  const y = Math.floor(index / across) * TILE_SIZE
  return { x, y, width: Math.min(TILE_SIZE, width - x), height: Math.min(TILE_SIZE, height - y) }
}

/** Copies a rectangle of a width-wide plane into one dense array. */
export function readRect(data: Uint8Array, width: number, rect: Rect): Uint8Array {
  const out = new Uint8Array(rect.width * rect.height)
  for (let row = 0; row < rect.height; row += 1) {
    const start = (rect.y + row) * width + rect.x
    out.set(data.subarray(start, start + rect.width), row * rect.width)
  }
  return out
}

/** Writes back what `readRect` returned. */
export function writeRect(data: Uint8Array, width: number, rect: Rect, values: Uint8Array): void {
  for (let row = 0; row < rect.height; row += 1) {
    data.set(values.subarray(row * rect.width, (row + 1) * rect.width), (rect.y + row) * width + rect.x)
  }
}
