import type { Point } from '../drawing/point.ts'

/** Share of a line's length that may be missing between its ends: few people meet the point they began at. */
export const OPEN_SHARE = 0.12

/** From point to point. */
export function lineLength(points: readonly Point[]): number {
  let length = 0
  let [from] = points
  for (const to of points) {
    if (from !== undefined) length += Math.hypot(to.x - from.x, to.y - from.y)
    from = to
  }
  return length
}
