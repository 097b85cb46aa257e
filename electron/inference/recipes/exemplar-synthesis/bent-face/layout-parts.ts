import { closedLineMask } from '../../../../conditions/edges/closed-lines.ts'
import { FACE_CLASSES, FROM_BELOW, HAIR_PART } from '../../../../conditions/face/face-classes.ts'
import { classMapOf } from '../../../../contract/class-maps.ts'
import type { Condition, ConditionOf } from '../../../../contract/condition.ts'
import { facePartSchema, type DrawnLine } from '../../../../contract/conditions/lines.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { LabelMap } from '../../../../contract/label-map.ts'
import { UNKNOWN } from '../../../../faces/bent-face/bent-shares.ts'
import { resizeNearest } from '../../../../resampling/nearest.ts'

/** The parts of the face that a layout asks for. */
export interface LayoutParts {
  /** In the classes of CelebAMask-HQ; `UNKNOWN` where a drawing does not say. */
  readonly labels: LabelMap
  /** Classes of which a drawing has only open lines: about where they are is known, but not how far they reach. */
  readonly open: ReadonlySet<number>
}

/** Undefined for layouts without parts. */
export function layoutParts(condition: Condition, size: ImageSize): LayoutParts | undefined {
  const map = classMapOf(condition)
  if (map !== undefined) return { labels: resizeNearest(map, size), open: new Set() }
  return condition.kind === 'lines' ? drawnParts(condition, size) : undefined
}

/** An open line whose ends a straight one joins must enclose this share of the square of its length to tell a shape. */
const LEAST_SHAPE = 0.06

/** What the lines of a drawing enclose. */
function drawnParts({ lines, width, height }: ConditionOf<'lines'>, size: ImageSize): LayoutParts {
  const data = new Uint8Array(size.width * size.height).fill(UNKNOWN)
  const open = new Set<number>()
  for (const part of FROM_BELOW) {
    const name = facePartSchema.options[part - 1]
    const id = FACE_CLASSES.find((each) => each.part === part)?.id
    const drawn = lines.filter((line) => line.part === name)
    if (id === undefined || drawn.length === 0) continue
    const closed = closedLineMask(drawn, { width, height }, size).data
    const isClosed = closed.includes(1)
    if (!isClosed) open.add(id)
    // Hair goes around the face: a straight line between its ends would cut the face off.
    const mask = isClosed || part === HAIR_PART ? closed : joinedMask(drawn, { width, height }, size)
    for (let pixel = 0; pixel < data.length; pixel++) if (mask[pixel] === 1) data[pixel] = id
  }
  return { labels: { width: size.width, height: size.height, data }, open }
}

/** What open lines would enclose if straight ones joined their ends; nothing where that is no shape. */
function joinedMask(lines: readonly DrawnLine[], drawn: ImageSize, size: ImageSize): Uint8Array {
  const joined = lines.map((line) => ({ ...line, points: [...line.points, ...line.points.slice(0, 1)] }))
  const mask = closedLineMask(joined, drawn, size).data
  const places = lines.flatMap(({ points }) => points)
  const extent = (values: readonly number[], scale: number): number =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) * scale -
    values.reduce((least, value) => Math.min(least, value), Infinity) * scale
  const across = extent(
    places.map(([x]) => x),
    size.width / drawn.width,
  )
  const down = extent(
    places.map(([, y]) => y),
    size.height / drawn.height,
  )
  const area = mask.reduce((sum, value) => sum + value, 0)
  return area < LEAST_SHAPE * (across * across + down * down) ? new Uint8Array(mask.length) : mask
}
