import { distance, type Point } from '../../model/raster/geometry.ts'

const STEP = Math.PI / 12

/** The point at the pointer's distance from the start, in the nearest direction that is a multiple of 15 degrees. */
export function snapToAngles(from: Point, to: Point): Point {
  const length = distance(from, to)
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / STEP) * STEP
  return { x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) }
}
