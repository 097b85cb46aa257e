import type { Point } from './point.ts'

export interface Segment {
  readonly start: Point
  readonly end: Point
}

const LEFT = 1
const RIGHT = 2
const ABOVE = 4
const BELOW = 8

function outcode(x: number, y: number, right: number, bottom: number): number {
  return (x < 0 ? LEFT : 0) + (x > right ? RIGHT : 0) + (y < 0 ? ABOVE : 0) + (y > bottom ? BELOW : 0)
}

const horizontalPart = (code: number): number => code & (LEFT | RIGHT)

/**
 * The part of a segment inside a width × height canvas, or `undefined` if none is. Cohen-Sutherland with crossings truncated
 * towards zero and in the order of `cv2.clipLine` (first y of both ends, then x), because the rounding decides pixels.
 */
export function clipLine(width: number, height: number, segment: Segment): Segment | undefined {
  const right = width - 1
  const bottom = height - 1
  let { x: x1, y: y1 } = segment.start
  let { x: x2, y: y2 } = segment.end
  let code1 = outcode(x1, y1, right, bottom)
  let code2 = outcode(x2, y2, right, bottom)
  const crosses = (): boolean => (code1 & code2) === 0 && (code1 | code2) !== 0

  if (crosses()) {
    if ((code1 & (ABOVE | BELOW)) !== 0) {
      const y = code1 < BELOW ? 0 : bottom
      x1 += Math.trunc(((y - y1) * (x2 - x1)) / (y2 - y1))
      y1 = y
      code1 = horizontalPart(outcode(x1, y1, right, bottom))
    }
    if ((code2 & (ABOVE | BELOW)) !== 0) {
      const y = code2 < BELOW ? 0 : bottom
      x2 += Math.trunc(((y - y2) * (x2 - x1)) / (y2 - y1))
      y2 = y
      code2 = horizontalPart(outcode(x2, y2, right, bottom))
    }
    if (crosses()) {
      if (code1 !== 0) {
        const x = code1 === LEFT ? 0 : right
        y1 += Math.trunc(((x - x1) * (y2 - y1)) / (x2 - x1))
        x1 = x
        code1 = 0
      }
      if (code2 !== 0) {
        const x = code2 === LEFT ? 0 : right
        y2 += Math.trunc(((x - x2) * (y2 - y1)) / (x2 - x1))
        x2 = x
        code2 = 0
      }
    }
  }
  return (code1 | code2) === 0 ? { start: { x: x1, y: y1 }, end: { x: x2, y: y2 } } : undefined
}
