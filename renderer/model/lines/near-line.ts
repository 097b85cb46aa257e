import { distanceToSegment } from './smooth-path.ts'
import { pathOf, type LinePoint, type Stroke } from './stroke.ts'

/** How far a point lies from a line. */
export function distanceToStroke(stroke: Stroke, point: LinePoint): number {
  const path = pathOf(stroke)
  const [first] = path
  if (path.length === 1) return distanceToSegment(point, first, first)
  return path.reduce(
    (least, to, index) => (index === 0 ? least : Math.min(least, distanceToSegment(point, path[index - 1], to))),
    Infinity,
  )
}

/** The index of the line nearest to a point; undefined when none is within reach. The last drawn wins a tie. */
export function nearestStroke(strokes: readonly Stroke[], point: LinePoint, reach: number): number | undefined {
  let nearest: number | undefined
  let least = reach
  for (const [index, stroke] of strokes.entries()) {
    const away = distanceToStroke(stroke, point)
    if (away > least) continue
    least = away
    nearest = index
  }
  return nearest
}
