import type { ConditionOf } from '../../contract/condition.ts'
import { facePartSchema, type DrawnLine } from '../../contract/conditions/lines.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { DenseChannels } from '../dense-channels.ts'
import { drawLine } from '../drawing/line.ts'
import { planeCanvas, type PlaneCanvas } from '../drawing/plane-canvas.ts'
import type { Point } from '../drawing/point.ts'
import { LastAnswers } from '../last-answers.ts'
import { closedLineMask } from './closed-lines.ts'
import { EDGE_CHANNEL_COUNT, edgePlanes, nativeScale, type WantedEdges } from './edge-planes.ts'
import { partEdges, type PartEdges } from './part-edges.ts'
import { runsOf } from './runs.ts'

const PARTS = facePartSchema.options
const partsOfLines = new LastAnswers<PartDrawing, PartEdges>(sameDrawing)

/** The lines of one part, and the sizes of drawing and channels. */
interface PartDrawing {
  readonly lines: readonly DrawnLine[]
  readonly drawn: ImageSize
  readonly size: ImageSize
  /** Of `writeDistanceChannel`. */
  readonly scale: number
}

/**
 * The channels of `edgeChannels` from lines that were drawn by hand, values 0..1: [0] all lines; [1..13] distance to the
 * lines of each part; [14] the lines of parts; [15] for packs that take it, the part that closed lines enclose. Lines are two
 * pixels wide, as outlines of masks are.
 *
 * @param size of the channels; the drawing is stretched to it as photos are
 * @param wanted the authors' channels at this size unless a pack wants others
 */
export function lineChannels(
  { width, height, lines }: Omit<ConditionOf<'lines'>, 'kind'>,
  size: ImageSize,
  wanted: WantedEdges = { channels: EDGE_CHANNEL_COUNT, native: size.height },
): DenseChannels {
  const drawn = { width, height }
  const scale = nativeScale(wanted, size)
  const parts = PARTS.map((part, place) =>
    partsOfLines.answer(place, { lines: lines.filter((line) => line.part === part), drawn, size, scale }, edgesOfLines),
  )
  const others = linePixels(
    lines.filter(({ part }) => part === 'other'),
    drawn,
    size,
  )
  return edgePlanes(parts, runsOf(others.data), size, wanted.channels)
}

function edgesOfLines({ lines, drawn, size, scale }: PartDrawing): PartEdges {
  return partEdges(linePixels(lines, drawn, size), closedLineMask(lines, drawn, size), scale)
}

function sameDrawing(one: PartDrawing, other: PartDrawing): boolean {
  return (
    sameSize(one.drawn, other.drawn) &&
    sameSize(one.size, other.size) &&
    one.scale === other.scale &&
    one.lines.length === other.lines.length &&
    one.lines.every((line, index) => samePoints(line, other.lines[index]))
  )
}

function sameSize(one: ImageSize, other: ImageSize): boolean {
  return one.width === other.width && one.height === other.height
}

function samePoints({ points }: DrawnLine, other: DrawnLine | undefined): boolean {
  if (points.length !== other?.points.length) return false
  return points.every(([x, y], index) => {
    const [otherX, otherY] = other.points[index] ?? []
    return x === otherX && y === otherY
  })
}

/** 1 where lines run. */
function linePixels(lines: readonly DrawnLine[], drawn: ImageSize, size: ImageSize): PlaneCanvas {
  const canvas = planeCanvas(size.width, size.height)
  const scale = { x: size.width / drawn.width, y: size.height / drawn.height }
  for (const { points } of lines) {
    const placed = points.map(([x, y]) => ({ x: Math.floor(x * scale.x), y: Math.floor(y * scale.y) }))
    drawThrough(canvas, placed)
  }
  return canvas
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
