import type { LinePoint } from './stroke.ts'

/** How far in pixels a line may leave the drawn path so that it needs fewer points. */
const TOLERANCE = 0.35

/**
 * A freehand path without the tremble of the hand: every pass moves each point half-way to the middle of its
 * neighbours, while both ends stay; then points that hardly change the line are removed.
 *
 * @param passes 0 keeps the path as it is
 */
export function smoothedPath(path: readonly LinePoint[], passes: number): readonly LinePoint[] {
  let smooth = evenlySpaced(path)
  for (let pass = 0; pass < passes; pass += 1) {
    const before = smooth
    smooth = before.map((point, index) => {
      const previous = before[index - 1]
      const next = before[index + 1]
      if (previous === undefined || next === undefined) return point
      return [(previous[0] + 2 * point[0] + next[0]) / 4, (previous[1] + 2 * point[1] + next[1]) / 4]
    })
  }
  return simplifiedPath(smooth, TOLERANCE)
}

/** Points a pixel apart, so that slow and fast strokes are smoothed alike; both ends stay. */
function evenlySpaced(path: readonly LinePoint[]): readonly LinePoint[] {
  const dense = densePath(path, 0.25)
  const [first] = dense
  const last = dense.at(-1)
  if (first === undefined || last === undefined) return dense
  const even: LinePoint[] = [first]
  let from = first
  for (const point of dense) {
    if (Math.hypot(point[0] - from[0], point[1] - from[1]) < 1) continue
    even.push(point)
    from = point
  }
  return from === last ? even : [...even, last]
}

/** The same line with points at most this far apart. */
export function densePath(path: readonly LinePoint[], spacing: number): readonly LinePoint[] {
  return path.flatMap((point, index): LinePoint[] => {
    const before = path[index - 1]
    if (before === undefined) return [point]
    const pieces = Math.max(1, Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / spacing))
    return Array.from({ length: pieces }, (_, piece): LinePoint => {
      const share = (piece + 1) / pieces
      return [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]
    })
  })
}

/**
 * The path reduced to as few of its points as keep it within a distance of the original. Source: D. Douglas and T.
 * Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line", The Canadian
 * Cartographer 10, 1973.
 */
export function simplifiedPath(path: readonly LinePoint[], tolerance: number): readonly LinePoint[] {
  const kept = new Uint8Array(path.length).fill(1, 0, 1)
  if (path.length > 1) kept[path.length - 1] = 1
  const open: (readonly [from: number, to: number])[] = [[0, path.length - 1]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span
    let farthest = 0
    let at = -1
    for (let index = from + 1; index < to; index += 1) {
      const away = distanceToSegment(path[index], path[from], path[to])
      if (away > farthest) {
        farthest = away
        at = index
      }
    }
    if (farthest <= tolerance) continue
    kept[at] = 1
    open.push([from, at], [at, to])
  }
  return path.filter((_, index) => kept[index] === 1)
}

/** @returns 0 where a point is missing */
export function distanceToSegment(
  point: LinePoint | undefined,
  from: LinePoint | undefined,
  to: LinePoint | undefined,
): number {
  if (point === undefined || from === undefined || to === undefined) return 0
  const share = shareAlong(point, from, to)
  return Math.hypot(from[0] + (to[0] - from[0]) * share - point[0], from[1] + (to[1] - from[1]) * share - point[1])
}

/** Where along a segment a point lies nearest, 0..1. */
export function shareAlong(point: LinePoint, from: LinePoint, to: LinePoint): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const length = x * x + y * y
  if (length === 0) return 0
  return Math.min(1, Math.max(0, ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / length))
}
