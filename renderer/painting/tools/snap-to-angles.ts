import { distance, type Point } from '../../model/raster/geometry.ts'

const STEP = Math.PI / 12

/** The point as far from the start as the pointer, at the nearest multiple of 15 degrees. */
export function snapToAngles(from: Point, to: Point): Point {
  const length = distance(from, to)
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / STEP) * STEP
  return { x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) }
}
