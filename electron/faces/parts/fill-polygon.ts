import type { Point } from '../geometry/point.ts'

/** A rectangle of pixels: columns `left`..`left + width − 1`, rows `top`..`top + height − 1`. */
export interface PixelArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Lines per row of pixels: edges are as smooth as this many levels, and exact along a row. */
const LINES = 5

/**
 * Adds a polygon's coverage to a mask (even-odd rule), each pixel by the part of it that lies inside.
 * @param mask `area.width` × `area.height` values; holds the larger of what it held and the coverage 0..1
 */
export function fillPolygon(mask: Float32Array, area: PixelArea, polygon: readonly Point[]): void {
  let [top, bottom] = [Infinity, -Infinity]
  for (const { y } of polygon) {
    top = Math.min(top, y - area.top)
    bottom = Math.max(bottom, y - area.top)
  }
  const row = new Float32Array(area.width)
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(area.height, Math.ceil(bottom)); y++) {
    row.fill(0)
    for (let line = 0; line < LINES; line++)
      addSpans(row, crossings(polygon, area.top + y + (line + 0.5) / LINES), area.left)
    const offset = y * area.width
    for (let x = 0; x < area.width; x++) {
      const coverage = (row[x] ?? 0) / LINES
      if (coverage > (mask[offset + x] ?? 0)) mask[offset + x] = coverage
    }
  }
}

/** Where a horizontal line crosses the polygon's edges, from left to right. */
function crossings(polygon: readonly Point[], y: number): number[] {
  const found: number[] = []
  let previous = polygon.at(-1)
  for (const corner of polygon) {
    if (previous !== undefined && corner.y > y !== previous.y > y)
      found.push(corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x))
    previous = corner
  }
  return found.sort((first, second) => first - second)
}

function addSpans(row: Float32Array, found: readonly number[], shift: number): void {
  for (let index = 0; index + 1 < found.length; index += 2) {
    const start = Math.max(0, (found[index] ?? 0) - shift)
    const end = Math.min(row.length, (found[index + 1] ?? 0) - shift)
    for (let x = Math.floor(start); x < end; x++)
      row[x] = (row[x] ?? 0) + Math.max(0, Math.min(end, x + 1) - Math.max(start, x))
  }
}
