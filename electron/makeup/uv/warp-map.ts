import type { PixelArea } from '../../faces/parts/fill-polygon.ts'

/** For every pixel of an area, where it lies in another picture. */
export interface WarpMap {
  readonly area: PixelArea
  /** x, y, x, y … in the other picture's pixels; NaN where no triangle covers the pixel. */
  readonly places: Float32Array
  /**
   * How large a pixel's surroundings are in the other picture, as an area: 0 where the triangle is seen from behind.
   * One value a pixel.
   */
  readonly magnification: Float32Array
}

/**
 * Carries an area into another picture by a mesh: each triangle affinely.
 * @param here the mesh's points in the area's picture, x, y, x, y …
 * @param there the same points in the other picture
 */
export function warpMap(
  area: PixelArea,
  here: Float32Array,
  there: Float32Array,
  triangles: readonly number[],
): WarpMap {
  const places = new Float32Array(area.width * area.height * 2).fill(Number.NaN)
  const magnification = new Float32Array(area.width * area.height)
  const map = { area, places, magnification }
  for (let corner = 0; corner < triangles.length; corner += 3)
    fillTriangle(map, here, there, [triangles[corner] ?? 0, triangles[corner + 1] ?? 0, triangles[corner + 2] ?? 0])
  return map
}

function fillTriangle(
  { area, places, magnification }: WarpMap,
  here: Float32Array,
  there: Float32Array,
  [first, second, third]: readonly [number, number, number],
): void {
  const [ax, ay] = [(here[first * 2] ?? 0) - area.left, (here[first * 2 + 1] ?? 0) - area.top]
  const [bx, by] = [(here[second * 2] ?? 0) - area.left, (here[second * 2 + 1] ?? 0) - area.top]
  const [cx, cy] = [(here[third * 2] ?? 0) - area.left, (here[third * 2 + 1] ?? 0) - area.top]
  const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (Math.abs(twice) < 1e-6) return
  const [sx, sy] = [there[first * 2] ?? 0, there[first * 2 + 1] ?? 0]
  const [sbx, sby] = [(there[second * 2] ?? 0) - sx, (there[second * 2 + 1] ?? 0) - sy]
  const [scx, scy] = [(there[third * 2] ?? 0) - sx, (there[third * 2 + 1] ?? 0) - sy]
  const ratio = Math.max(0, (sbx * scy - scx * sby) / twice)
  const left = Math.max(0, Math.floor(Math.min(ax, bx, cx) - 0.5))
  const right = Math.min(area.width - 1, Math.ceil(Math.max(ax, bx, cx) - 0.5))
  const top = Math.max(0, Math.floor(Math.min(ay, by, cy) - 0.5))
  const bottom = Math.min(area.height - 1, Math.ceil(Math.max(ay, by, cy) - 0.5))
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - ax
      const py = y + 0.5 - ay
      const v = (px * (cy - ay) - (cx - ax) * py) / twice
      const w = ((bx - ax) * py - px * (by - ay)) / twice
      if (v < -TOLERANCE || w < -TOLERANCE || v + w > 1 + TOLERANCE) continue
      const at = y * area.width + x
      // Where the face folds over itself, what is seen from the front lies above.
      if (ratio === 0 && !Number.isNaN(places[at * 2] ?? Number.NaN)) continue
      places[at * 2] = sx + sbx * v + scx * w
      places[at * 2 + 1] = sy + sby * v + scy * w
      magnification[at] = ratio
    }
}

/** Pixels on a border belong to both triangles, so that no crack stays between them. */
const TOLERANCE = 1e-4
