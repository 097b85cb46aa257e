import type { Point } from '../geometry.ts'
import { emitBetween, type SpanSink } from './span.ts'

/** The pixels whose centres a closed outline encloses, by the even-odd rule: a lasso crossing itself leaves a hole. */
export function polygonSpans(corners: readonly Point[], sink: SpanSink): void {
  if (corners.length < 3) return
  const top = Math.floor(corners.reduce((least, { y }) => Math.min(least, y), Infinity))
  const bottom = Math.ceil(corners.reduce((most, { y }) => Math.max(most, y), -Infinity))
  for (let y = top; y <= bottom; y += 1) {
    const crossings = crossingsAt(corners, y + 0.5)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      emitBetween(sink, y, crossings[index] ?? 0, crossings[index + 1] ?? 0)
    }
  }
}

function crossingsAt(corners: readonly Point[], y: number): number[] {
  const crossings: number[] = []
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length]
    if (to === undefined || from.y > y === to.y > y) return
    crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
  })
  return crossings.sort((one, other) => one - other)
}
