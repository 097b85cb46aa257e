import type { Point } from './point.ts'

/** Whether a point lies inside a polygon (even-odd rule). */
export function insidePolygon({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false
  let previous = polygon.at(-1)
  for (const corner of polygon) {
    if (previous !== undefined && corner.y > y !== previous.y > y) {
      const crossing = corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)
      if (x < crossing) inside = !inside
    }
    previous = corner
  }
  return inside
}
