import type { Point } from '../../../model/raster/geometry.ts'

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Affine {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const identity: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

export function translation(x: number, y: number): Affine {
  return { ...identity, e: x, f: y }
}

export function scalingAround({ x, y }: Point, across: number, down: number): Affine {
  return { a: across, b: 0, c: 0, d: down, e: x - across * x, f: y - down * y }
}

/** @param angle In radians, clockwise on the screen. */
export function rotationAround({ x, y }: Point, angle: number): Affine {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  return { a: cosine, b: sine, c: -sine, d: cosine, e: x - cosine * x + sine * y, f: y - sine * x - cosine * y }
}

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

export function apply({ a, b, c, d, e, f }: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** Undefined when the transform flattens the plane. */
export function invert({ a, b, c, d, e, f }: Affine): Affine | undefined {
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-9) return undefined
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  }
}
