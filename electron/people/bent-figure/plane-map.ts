import type { PlaneMap, PointPair } from '../../faces/geometry/plane-map.ts'
import { distance, type Point } from '../../faces/geometry/point.ts'

/** A line from one point to another. */
export interface Segment {
  readonly from: Point
  readonly to: Point
}

/**
 * The map of what lies around a bone. Along the bone lengths are stretched as the bone is; across it, and beyond its ends, they
 * change as the whole body does, so that an arm seen from the front is not thinner than the same arm hanging down.
 *
 * @param wanted the bone in the wanted picture @param shown in the photo
 * @param scale pixels of the photo to one of the wanted picture
 * @param mirrored whether the bone of the other side lends: what lies on one side of it comes from its other side
 */
export function boneMap(wanted: Segment, shown: Segment, scale: number, mirrored: boolean): PlaneMap {
  const length = Math.max(distance(wanted.from, wanted.to), 1e-3)
  const shownLength = Math.max(distance(shown.from, shown.to), 1e-3)
  const [dx, dy] = [(wanted.to.x - wanted.from.x) / length, (wanted.to.y - wanted.from.y) / length]
  const [ex, ey] = [(shown.to.x - shown.from.x) / shownLength, (shown.to.y - shown.from.y) / shownLength]
  const stretch = shownLength / length
  const side = mirrored ? -scale : scale
  return (x, y, to) => {
    const beside = x - wanted.from.x
    const below = y - wanted.from.y
    const along = beside * dx + below * dy
    const across = (below * dx - beside * dy) * side
    const inside = Math.min(Math.max(along, 0), length)
    const place = inside * stretch + (along - inside) * scale
    to[0] = shown.from.x + place * ex - across * ey
    to[1] = shown.from.y + place * ey + across * ex
  }
}

/** The affine map that misses pairs of points least (weighted least squares). At least three must not lie on one line. */
export function affineMap(pairs: readonly PointPair[]): PlaneMap | undefined {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const middle = (of: (pair: PointPair) => number): number =>
    pairs.reduce((sum, pair) => sum + pair.weight * of(pair), 0) / total
  const [cx, cy] = [middle(({ wanted }) => wanted.x), middle(({ wanted }) => wanted.y)]
  const [sx, sy] = [middle(({ shown }) => shown.x), middle(({ shown }) => shown.y)]
  let [xx, xy, yy, ux, uy, vx, vy] = [0, 0, 0, 0, 0, 0, 0]
  for (const { wanted, shown, weight } of pairs) {
    const [x, y, u, v] = [wanted.x - cx, wanted.y - cy, shown.x - sx, shown.y - sy]
    xx += weight * x * x
    xy += weight * x * y
    yy += weight * y * y
    ux += weight * u * x
    uy += weight * u * y
    vx += weight * v * x
    vy += weight * v * y
  }
  const determinant = xx * yy - xy * xy
  if (!(determinant > 1e-6 * (xx + yy) ** 2)) return undefined
  const [a, b] = [(ux * yy - uy * xy) / determinant, (uy * xx - ux * xy) / determinant]
  const [c, d] = [(vx * yy - vy * xy) / determinant, (vy * xx - vx * xy) / determinant]
  return (x, y, to) => {
    to[0] = sx + a * (x - cx) + b * (y - cy)
    to[1] = sy + c * (x - cx) + d * (y - cy)
  }
}

/** The turn and shift, with a given scale, that misses pairs of points least. */
export function rigidMap(pairs: readonly PointPair[], scale: number): PlaneMap {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const middle = (of: (pair: PointPair) => number): number =>
    pairs.reduce((sum, pair) => sum + pair.weight * of(pair), 0) / total
  const [cx, cy] = [middle(({ wanted }) => wanted.x), middle(({ wanted }) => wanted.y)]
  const [sx, sy] = [middle(({ shown }) => shown.x), middle(({ shown }) => shown.y)]
  let [dot, cross] = [0, 0]
  for (const { wanted, shown, weight } of pairs) {
    const [x, y, u, v] = [wanted.x - cx, wanted.y - cy, shown.x - sx, shown.y - sy]
    dot += weight * (x * u + y * v)
    cross += weight * (x * v - y * u)
  }
  const size = Math.hypot(dot, cross)
  const [cos, sin] = size === 0 ? [scale, 0] : [(scale * dot) / size, (scale * cross) / size]
  return (x, y, to) => {
    to[0] = sx + cos * (x - cx) - sin * (y - cy)
    to[1] = sy + sin * (x - cx) + cos * (y - cy)
  }
}

/** How far a place is from a line, in pixels. */
export function segmentDistance({ from, to }: Segment, x: number, y: number): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const squared = Math.max(dx * dx + dy * dy, 1e-6)
  const along = Math.min(Math.max(((x - from.x) * dx + (y - from.y) * dy) / squared, 0), 1)
  const beside = x - from.x - along * dx
  const below = y - from.y - along * dy
  return Math.sqrt(beside * beside + below * below)
}
