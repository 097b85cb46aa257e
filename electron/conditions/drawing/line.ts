import { clipLine } from './clip-line.ts'
import type { PlaneCanvas } from './plane-canvas.ts'
import type { Point } from './point.ts'

/**
 * Draws a one-pixel, 8-connected line from left to right with OpenCV's Bresenham walk (`cv::LineIterator`): which of two
 * equally near pixels it takes depends on the direction, so the direction is part of the result.
 */
export function drawLine(canvas: PlaneCanvas, start: Point, end: Point, value: number): void {
  const clipped = clipLine(canvas.width, canvas.height, { start, end })
  if (clipped === undefined) return
  const [from, to] = clipped.end.x < clipped.start.x ? [clipped.end, clipped.start] : [clipped.start, clipped.end]
  const width = to.x - from.x
  const height = Math.abs(to.y - from.y)
  const rowStep = to.y < from.y ? -canvas.width : canvas.width
  const steep = height > width
  const long = steep ? height : width
  const short = steep ? width : height
  const longStep = steep ? rowStep : 1
  const shortStep = steep ? 1 : rowStep

  let error = long - 2 * short
  let pixel = from.y * canvas.width + from.x
  for (let count = 0; count <= long; count++) {
    canvas.data[pixel] = value
    const sidestep = error < 0
    error += (sidestep ? 2 * long : 0) - 2 * short
    pixel += longStep + (sidestep ? shortStep : 0)
  }
}
