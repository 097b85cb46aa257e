import type { Point } from './point.ts'

/**
 * A rotation with a uniform scale and a shift: x' = a·x − b·y + x0, y' = b·x + a·y + y0. Its scale is hypot(a, b), its
 * angle atan2(b, a) (clockwise on screen, since y points down).
 */
export interface Similarity {
  readonly a: number
  readonly b: number
  readonly x: number
  readonly y: number
}

export function transform({ a, b, x, y }: Similarity, point: Point): Point {
  return { x: a * point.x - b * point.y + x, y: b * point.x + a * point.y + y }
}

export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b)
}

/** The exact inverse; the scale must not be 0. */
export function inverse({ a, b, x, y }: Similarity): Similarity {
  const determinant = a * a + b * b
  const ia = a / determinant
  const ib = -b / determinant
  return { a: ia, b: ib, x: -(ia * x - ib * y), y: -(ib * x + ia * y) }
}

/** `outer` after `inner`. */
export function compose(outer: Similarity, inner: Similarity): Similarity {
  const origin = transform(outer, { x: inner.x, y: inner.y })
  return {
    a: outer.a * inner.a - outer.b * inner.b,
    b: outer.b * inner.a + outer.a * inner.b,
    x: origin.x,
    y: origin.y,
  }
}

/**
 * From a square crop of `side` pixels to the picture that it was cut from.
 * @param centre of the crop in the picture
 * @param extent side of the crop in the picture's pixels
 * @param angle of the crop's x axis in the picture, radians
 */
export function cropToPicture(centre: Point, extent: number, angle: number, side: number): Similarity {
  const scale = extent / side
  const a = Math.cos(angle) * scale
  const b = Math.sin(angle) * scale
  const half = side / 2
  return { a, b, x: centre.x - (a * half - b * half), y: centre.y - (b * half + a * half) }
}
