import { distanceToStroke } from './near-line.ts'
import { pathOf, withPoints, type LinePoint, type Stroke } from './stroke.ts'

/** The lines that a disc does not touch. */
export function withoutTouched(strokes: readonly Stroke[], centre: LinePoint, radius: number): readonly Stroke[] {
  const left = strokes.filter((stroke) => distanceToStroke(stroke, centre) > radius)
  return left.length === strokes.length ? strokes : left
}

/** The lines without what lies inside a disc: they are shortened, or fall into pieces. */
export function cutByDisc(strokes: readonly Stroke[], centre: LinePoint, radius: number): readonly Stroke[] {
  const touched = new Set(strokes.filter((stroke) => distanceToStroke(stroke, centre) <= radius))
  if (touched.size === 0) return strokes
  return strokes.flatMap((stroke) => (touched.has(stroke) ? pieces(stroke, centre, radius) : [stroke]))
}

function pieces(stroke: Stroke, centre: LinePoint, radius: number): readonly Stroke[] {
  const found: LinePoint[][] = []
  let current: LinePoint[] = []
  const end = (): void => {
    if (current.length > 1) found.push(current)
    current = []
  }
  const path = pathOf(stroke)
  for (const [index, to] of path.entries()) {
    const from = path[index - 1]
    if (from === undefined) {
      if (!inside(to, centre, radius)) current.push(to)
      continue
    }
    for (const [start, stop] of outsideShares(from, to, centre, radius)) {
      if (start > 0) {
        end()
        current.push(between(from, to, start))
      }
      current.push(between(from, to, stop))
      if (stop < 1) end()
    }
    if (inside(to, centre, radius)) end()
  }
  end()
  return joinedAtStart(stroke, found).flatMap((points) => withPoints({ ...stroke, closed: false }, points) ?? [])
}

/** Joins the first and the last piece of a closed line that was cut elsewhere: at its first point nothing was cut. */
function joinedAtStart({ closed }: Stroke, found: readonly LinePoint[][]): readonly LinePoint[][] {
  const [first] = found
  const last = found.at(-1)
  if (!closed || first === undefined || last === undefined || first === last) return found
  const [start] = first
  const end = last.at(-1)
  if (start?.[0] !== end?.[0] || start?.[1] !== end?.[1]) return found
  return [[...last, ...first.slice(1)], ...found.slice(1, -1)]
}

function inside([x, y]: LinePoint, centre: LinePoint, radius: number): boolean {
  return Math.hypot(x - centre[0], y - centre[1]) < radius
}

function between(from: LinePoint, to: LinePoint, share: number): LinePoint {
  if (share === 0) return from
  return share === 1 ? to : [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

/** The stretches of a segment outside a disc, as shares of its length. */
function outsideShares(
  from: LinePoint,
  to: LinePoint,
  centre: LinePoint,
  radius: number,
): readonly (readonly [number, number])[] {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const [u, v] = [from[0] - centre[0], from[1] - centre[1]]
  const a = x * x + y * y
  const b = u * x + v * y
  const root = b * b - a * (u * u + v * v - radius * radius)
  if (a === 0 || root <= 0) return inside(from, centre, radius) ? [] : [[0, 1]]
  const enter = (-b - Math.sqrt(root)) / a
  const leave = (-b + Math.sqrt(root)) / a
  if (leave <= 0 || enter >= 1) return [[0, 1]]
  const stretches: (readonly [number, number])[] = []
  if (enter > 0) stretches.push([0, enter])
  if (leave < 1) stretches.push([leave, 1])
  return stretches
}
