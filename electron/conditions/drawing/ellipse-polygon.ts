import type { Point } from './point.ts'
import { roundHalfEven } from './round-half-even.ts'

/** Sine of whole degrees 0..450 as OpenCV tabulates it: seven decimals in single precision. */
const SINE = Float64Array.from({ length: 451 }, (_, degree) =>
  Math.fround(Math.round(Math.sin((degree * Math.PI) / 180) * 1e7) / 1e7),
)

const sine = (degree: number): number => SINE[degree] ?? 0
const cosine = (degree: number): number => SINE[450 - degree] ?? 0

/**
 * Outline of an ellipse, one vertex per degree rounded to pixels, repeats dropped: `cv2.ellipse2Poly(centre, axes, angle, 0, 360, 1)`.
 *
 * @param halfWidth half-axis along `angle`, whole pixels
 * @param halfHeight the other half-axis, whole pixels
 * @param angle whole degrees in −360..360, clockwise in the picture
 */
export function ellipsePolygon(centre: Point, halfWidth: number, halfHeight: number, angle: number): Point[] {
  const turn = angle < 0 ? angle + 360 : angle
  const along = cosine(turn)
  const across = sine(turn)
  const polygon: Point[] = []
  for (let degree = 0; degree <= 360; degree++) {
    const u = halfWidth * cosine(degree)
    const v = halfHeight * sine(degree)
    const x = roundHalfEven(centre.x + u * along - v * across)
    const y = roundHalfEven(centre.y + u * across + v * along)
    const previous = polygon.at(-1)
    if (previous?.x !== x || previous.y !== y) polygon.push({ x, y })
  }
  return polygon
}
