import { drawLine } from './line.ts'
import { fillRow, type PlaneCanvas } from './plane-canvas.ts'
import type { Point } from './point.ts'

/** Edge positions are kept in 1/65536 pixel, as OpenCV keeps them. */
const ONE = 65536
const HALF = ONE / 2

/** One of the two chains of edges that run down from the topmost vertex. */
interface Chain {
  readonly direction: 1 | -1
  vertex: number
  /** Row at which the current edge ends. */
  endRow: number
  x: number
  slope: number
}

function topmost(polygon: readonly Point[]): number {
  let top = 0
  for (const [index, point] of polygon.entries()) if (point.y < (polygon[top]?.y ?? 0)) top = index
  return top
}

/**
 * Fills a convex polygon, border included, with the pixels that `cv2.fillConvexPoly` sets: its outline as lines, its inside row
 * by row between two chains of edges. Slopes are whole 1/65536 pixels, truncated after adding half a divisor, and accumulate.
 *
 * @param polygon vertices in order; at least one; not necessarily on the canvas
 */
export function fillConvexPolygon(canvas: PlaneCanvas, polygon: readonly Point[], value: number): void {
  let previous = polygon.at(-1)
  for (const point of polygon) {
    if (previous !== undefined) drawLine(canvas, previous, point, value)
    previous = point
  }
  if (polygon.length < 3) return

  const top = topmost(polygon)
  const startRow = polygon[top]?.y ?? 0
  const lastRow = Math.min(Math.max(...polygon.map((point) => point.y)), canvas.height - 1)
  const chain = (direction: 1 | -1): Chain => ({ direction, vertex: top, endRow: startRow, x: -ONE, slope: 0 })
  const forward = chain(1)
  const backward = chain(-1)
  let edgesLeft = polygon.length

  /** Moves a chain on to its next edge that leads below `row`; false once all edges of the polygon are used up. */
  const advance = (side: Chain, row: number): boolean => {
    let from = side.vertex
    while (edgesLeft > 0) {
      edgesLeft -= 1
      const to = (from + side.direction + polygon.length) % polygon.length
      const start = polygon[from]
      const end = polygon[to]
      if (start !== undefined && end !== undefined && end.y > row) {
        const rows = end.y - row
        side.endRow = end.y
        side.slope = Math.trunc(((end.x - start.x) * ONE * 2 + rows) / (2 * rows))
        side.x = start.x * ONE
        side.vertex = to
        return true
      }
      from = to
    }
    return false
  }

  for (let row = startRow; row <= lastRow; row++) {
    for (const side of [forward, backward]) if (row >= side.endRow && !advance(side, row)) return
    const left = Math.min(forward.x, backward.x)
    const right = Math.max(forward.x, backward.x)
    fillRow(canvas, row, Math.floor((left + HALF) / ONE), Math.floor((right + HALF) / ONE), value)
    forward.x += forward.slope
    backward.x += backward.slope
  }
}
