import type { ConditionOf } from '../../contract/condition.ts'
import { facePartSchema } from '../../contract/conditions/lines.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { DenseChannels } from '../dense-channels.ts'
import { drawLine } from '../drawing/line.ts'
import { planeCanvas, type PlaneCanvas } from '../drawing/plane-canvas.ts'
import type { Point } from '../drawing/point.ts'
import { writeDistanceChannel } from './distance-channel.ts'
import { EDGE_CHANNEL_COUNT } from './edge-channels.ts'

const PARTS: readonly string[] = facePartSchema.options

/**
 * The channels of `edgeChannels` from lines that were drawn by hand, values 0..1: [0] all lines; [1..13] distance to the
 * lines of each part; [14] the lines of parts. Lines are two pixels wide, as outlines of masks are.
 *
 * @param size of the channels; the drawing is stretched to it as photos are
 */
export function lineChannels(drawing: Omit<ConditionOf<'lines'>, 'kind'>, size: ImageSize): DenseChannels {
  const { width, height } = size
  const area = width * height
  const data = new Float32Array(EDGE_CHANNEL_COUNT * area)
  const plane = (channel: number): Float32Array => data.subarray(channel * area, (channel + 1) * area)
  const scale = { x: width / drawing.width, y: height / drawing.height }
  const parts = PARTS.map(() => planeCanvas(width, height))
  const others = planeCanvas(width, height)
  for (const { part, points } of drawing.lines) {
    const placed = points.map(([x, y]) => ({ x: Math.floor(x * scale.x), y: Math.floor(y * scale.y) }))
    drawThrough(parts[PARTS.indexOf(part)] ?? others, placed)
  }
  const outlines = plane(EDGE_CHANNEL_COUNT - 1)
  for (const [index, canvas] of parts.entries()) {
    writeDistanceChannel(canvas.data, width, height, plane(index + 1))
    mark(outlines, canvas.data)
  }
  const all = plane(0)
  all.set(outlines)
  mark(all, others.data)
  return { channels: EDGE_CHANNEL_COUNT, height, width, data }
}

/** A line through points; a single point becomes a dot. */
function drawThrough(canvas: PlaneCanvas, points: readonly Point[]): void {
  const [first] = points
  let from = first
  for (const to of points.length === 1 ? points : points.slice(1)) {
    if (from === undefined) return
    if (!followsBorder(from, to, canvas)) drawPiece(canvas, from, to)
    from = to
  }
}

function drawPiece(canvas: PlaneCanvas, from: Point, to: Point): void {
  drawLine(canvas, from, to, 1)
  const steep = Math.abs(to.y - from.y) > Math.abs(to.x - from.x)
  const beside = ({ x, y }: Point): Point => (steep ? { x: x + 1, y } : { x, y: y + 1 })
  drawLine(canvas, beside(from), beside(to), 1)
}

/**
 * Whether a piece runs along the picture's border or outside of it. Closed lines do so where a part leaves the picture; masks have
 * no outline there, and packs would take such a line for the part's end.
 */
function followsBorder(from: Point, to: Point, { width, height }: PlaneCanvas): boolean {
  return (
    (from.x < 0 && to.x < 0) ||
    (from.y < 0 && to.y < 0) ||
    (from.x >= width - 1 && to.x >= width - 1) ||
    (from.y >= height - 1 && to.y >= height - 1)
  )
}

function mark(target: Float32Array, drawn: Uint8Array): void {
  for (let pixel = 0; pixel < drawn.length; pixel++) if (drawn[pixel] !== 0) target[pixel] = 1
}
