import type { Point } from './point.ts'

/** The smallest convex polygon around some points (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((first, second) => first.x - second.x || first.y - second.y)
  const lower = chain(sorted)
  const upper = chain(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const hull: Point[] = []
  for (const point of points) {
    while (hull.length >= 2 && !turnsLeft(hull.at(-2), hull.at(-1), point)) hull.pop()
    hull.push(point)
  }
  return hull
}

function turnsLeft(first: Point | undefined, second: Point | undefined, third: Point): boolean {
  if (first === undefined || second === undefined) return true
  return (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x) > 0
}
