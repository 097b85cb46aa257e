import { distanceToStroke } from './near-line.ts'
import { densePath, simplifiedPath } from './smooth-path.ts'
import { pathOf, withPoints, type LinePoint, type Stroke } from './stroke.ts'

/** Distance in pixels between the points of a line that is pulled: close enough that it bends smoothly. */
const SPACING = 3
const TOLERANCE = 0.35

/** A line with the place at which it was grabbed. */
export interface GrabbedLine {
  readonly stroke: Stroke
  /** Dense; of a closed line the first point is not repeated. */
  readonly points: readonly LinePoint[]
  readonly index: number
}

/** Takes hold of a line at the point nearest to a place. */
export function grabLine(stroke: Stroke, at: LinePoint): GrabbedLine {
  const dense = densePath(pathOf(stroke), SPACING)
  const points = stroke.closed ? dense.slice(0, -1) : dense
  let index = 0
  let least = Infinity
  for (const [candidate, point] of points.entries()) {
    const away = distanceToStroke({ ...stroke, points: [point], closed: false }, at)
    if (away >= least) continue
    least = away
    index = candidate
  }
  return { stroke, points, index }
}

/** The line after the grabbed place moved: its neighbourhood follows, less and less up to `reach` pixels along the line. */
export function pulledLine({ stroke, points, index }: GrabbedLine, by: LinePoint, reach: number): Stroke {
  const away = alongFrom(points, index, stroke.closed)
  const moved = points.map(([x, y], at): LinePoint => {
    const share = Math.min(1, (away[at] ?? Infinity) / Math.max(1, reach))
    const weight = (1 + Math.cos(Math.PI * share)) / 2
    return [x + by[0] * weight, y + by[1] * weight]
  })
  return withPoints(stroke, simplifiedPath(moved, TOLERANCE)) ?? stroke
}

/** The distance of every point from one of them, measured along the line; on a closed line the shorter way counts. */
function alongFrom(points: readonly LinePoint[], index: number, closed: boolean): readonly number[] {
  const step = (from: number): number => {
    const [one, other] = [points[from], points[(from + 1) % points.length]]
    return one === undefined || other === undefined ? 0 : Math.hypot(other[0] - one[0], other[1] - one[1])
  }
  const places: number[] = [0]
  for (let at = 0; at + 1 < points.length; at += 1) places.push((places[at] ?? 0) + step(at))
  const whole = (places.at(-1) ?? 0) + step(points.length - 1)
  return places.map((place) => {
    const straight = Math.abs(place - (places[index] ?? 0))
    return closed ? Math.min(straight, whole - straight) : straight
  })
}
