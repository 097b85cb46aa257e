import { ellipsePolygon } from '../drawing/ellipse-polygon.ts'
import type { Point } from '../drawing/point.ts'

const LIMB_HALF_WIDTH = 4
const DEGREES_PER_RADIAN = 180 / Math.PI

/**
 * A limb as a thin ellipse between two joints. Centre, half-length and whole-degree angle are truncated towards zero, as
 * Python's `int()` does in the loader.
 *
 * @param start joint in pixels, may be fractional
 * @param end joint in pixels, may be fractional
 */
export function limbPolygon(start: readonly [number, number], end: readonly [number, number]): Point[] {
  const across = start[0] - end[0]
  const down = start[1] - end[1]
  const centre = { x: Math.trunc((start[0] + end[0]) / 2), y: Math.trunc((start[1] + end[1]) / 2) }
  const length = Math.sqrt(down * down + across * across)
  const angle = Math.trunc(Math.atan2(down, across) * DEGREES_PER_RADIAN)
  return ellipsePolygon(centre, Math.trunc(length / 2), LIMB_HALF_WIDTH, angle)
}
