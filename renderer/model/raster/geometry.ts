/** A point in document pixels; (0, 0) is the outer corner of the top left pixel, whose centre is (0.5, 0.5). */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Whole pixels: columns x .. x + width − 1 and rows y .. y + height − 1. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function unionRect(one: Rect | undefined, other: Rect | undefined): Rect | undefined {
  if (one === undefined) return other
  if (other === undefined) return one
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
