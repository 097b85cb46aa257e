import type { DrawnLine } from '../../contract/conditions/lines.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { BytePlane } from '../dense-channels.ts'
import { toggleInside } from '../drawing/even-odd.ts'
import { planeCanvas } from '../drawing/plane-canvas.ts'
import type { Point } from '../drawing/point.ts'
import { lineLength, OPEN_SHARE } from './line-length.ts'
import { joinedLines } from './joined-lines.ts'

/** Share of the drawing's side within which a line that leaves the picture ends at its border. */
const BORDER_SHARE = 0.01

/**
 * What the closed lines of one part enclose, 1 inside; strokes that meet at their ends count as one line. Nothing where an open line of the part lies elsewhere: what such lines
 * enclose is unknown.
 *
 * @param drawn size of the drawing, which is stretched to `size`
 */
export function closedLineMask(lines: readonly DrawnLine[], drawn: ImageSize, size: ImageSize): BytePlane {
  const scale = { x: size.width / drawn.width, y: size.height / drawn.height }
  const mask = planeCanvas(size.width, size.height)
  // Lines are two pixels wide, to the right of and below their points.
  const placed = lines.map(({ points }) =>
    points.map(([x, y]): Point => ({ x: (x + 0.5) * scale.x, y: (y + 0.5) * scale.y })),
  )
  const whole = joinedLines(placed, (line) => isClosed(line, size))
  for (const line of whole) if (isClosed(line, size)) toggleInside(mask, line)
  const open = whole.filter((line) => !isClosed(line, size))
  return open.every((line) => line.every((point) => isInside(mask, point)))
    ? mask
    : planeCanvas(size.width, size.height)
}

/** Whether a line ends about where it begins, or both at the same border of the picture, outside of which it goes on. */
function isClosed(points: readonly Point[], size: ImageSize): boolean {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 4) return false
  if (Math.hypot(last.x - first.x, last.y - first.y) <= OPEN_SHARE * lineLength(points)) return true
  const near = { x: BORDER_SHARE * size.width, y: BORDER_SHARE * size.height }
  const both = (atBorder: (point: Point) => boolean): boolean => atBorder(first) && atBorder(last)
  return (
    both(({ y }) => y <= near.y) ||
    both(({ y }) => y >= size.height - near.y) ||
    both(({ x }) => x <= near.x) ||
    both(({ x }) => x >= size.width - near.x)
  )
}

function isInside({ width, height, data }: BytePlane, { x, y }: Point): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  if (column < 0 || row < 0 || column >= width || row >= height) return true
  return data[row * width + column] !== 0
}
