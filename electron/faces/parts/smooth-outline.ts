import type { Point } from '../geometry/point.ts'

/** A closed outline through the same points without corners (Catmull-Rom), `steps` pieces for each side. */
export function smoothOutline(points: readonly Point[], steps = 6): Point[] {
  const count = points.length
  const at = (index: number): Point => points[((index % count) + count) % count] ?? { x: 0, y: 0 }
  return points.flatMap((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    return Array.from({ length: steps }, (_step, step) => {
      const t = step / steps
      return {
        x: spline(before.x, from.x, to.x, after.x, t),
        y: spline(before.y, from.y, to.y, after.y, t),
      }
    })
  })
}

function spline(before: number, from: number, to: number, after: number, t: number): number {
  return (
    from +
    0.5 * t * (to - before + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)))
  )
}
