import type { Point } from '../geometry.ts'
import { emitBetween, type SpanSink } from './span.ts'

/** Two opposite corners, in any order. */
export interface Box {
  readonly from: Point
  readonly to: Point
}

export function rectangleSpans({ from, to }: Box, sink: SpanSink): void {
  const bottom = Math.floor(Math.max(from.y, to.y) - 0.5)
  for (let y = Math.ceil(Math.min(from.y, to.y) - 0.5); y <= bottom; y += 1) {
    emitBetween(sink, y, Math.min(from.x, to.x), Math.max(from.x, to.x))
  }
}

/** The ellipse that fits into the box. */
export function ellipseSpans({ from, to }: Box, sink: SpanSink): void {
  const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const half = { x: Math.abs(to.x - from.x) / 2, y: Math.abs(to.y - from.y) / 2 }
  if (half.x === 0 || half.y === 0) return
  const bottom = Math.ceil(centre.y + half.y)
  for (let y = Math.floor(centre.y - half.y); y <= bottom; y += 1) {
    const height = (y + 0.5 - centre.y) / half.y
    if (Math.abs(height) > 1) continue
    const reach = half.x * Math.sqrt(1 - height * height)
    emitBetween(sink, y, centre.x - reach, centre.x + reach)
  }
}

/** Holding Shift makes a box square, holding Alt makes it grow around its first corner. */
export function constrainBox(box: Box, square: boolean, fromCentre: boolean): Box {
  let { from, to } = box
  if (square) {
    const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))
    to = { x: from.x + side * sign(to.x - from.x), y: from.y + side * sign(to.y - from.y) }
  }
  if (fromCentre) from = { x: 2 * from.x - to.x, y: 2 * from.y - to.y }
  return { from, to }
}

function sign(value: number): number {
  return value < 0 ? -1 : 1
}
