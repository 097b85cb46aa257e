import { widened } from '../detail/class-codes.ts'
import { connectedPieces } from './connected-pieces.ts'
import type { Colours, Labels } from '../detail/raster.ts'
import { classTable } from './class-table.ts'

/** Hair this near its edge lets its surroundings shine through, as a share of the part's side. */
const RIM = 0.012
/** Colours of hair differ from its middle by so many steps, and so many times more than half of the hair does. */
const LEAST_UNLIKE = 10
const UNLIKE = 3
/** Pieces smaller than this share of the largest are something else that is dark or thready. */
const LEAST_PIECE = 0.1

/** A part that may have hair. */
interface HairyPart {
  readonly colours: Colours
  /** 1 where the photo belongs to the part. */
  readonly inside: Uint8Array
  /** Side of the part in cells. */
  readonly side: number
}

/**
 * Where the photo has hair by its labels and yet may show something else: at its rim, in small pieces, and where its colour is not that of the
 * rest, as an ear, a flower or what is seen between two strands is.
 *
 * @param part with maps over the grid of the labels
 * @returns 1 where labels are not to be trusted
 */
export function unsureStrands(
  { width, height, data }: Labels,
  strands: ReadonlySet<number>,
  { colours, inside, side }: HairyPart,
): Uint8Array {
  const isStrand = classTable((label) => strands.has(label))
  const others = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at++) others[at] = isStrand[data[at] ?? 0] === 1 && inside[at] === 1 ? 0 : 1
  if (!others.includes(0)) return new Uint8Array(data.length)
  const nearOthers = widened(others, width, height, 1 + Math.round(RIM * side))
  const unsure = data.map((_, at) => (others[at] === 0 && nearOthers[at] === 1 ? 1 : 0))
  const pieces = [
    ...connectedPieces(
      nearOthers.map((value) => 1 - value),
      width,
      height,
    ),
  ]
  const largest = Math.max(0, ...pieces.map((piece) => piece.length))
  const sure: number[] = []
  for (const piece of pieces)
    if (piece.length >= LEAST_PIECE * largest) for (const at of piece) sure.push(at)
    else for (const at of piece) unsure[at] = 1
  for (const feature of FEATURES) {
    const values = featureAt(colours, sure, feature)
    const middle = median(values)
    const distances = values.map((value) => Math.abs(value - middle))
    const most = LEAST_UNLIKE + UNLIKE * median(distances)
    sure.forEach((at, index) => {
      if ((distances[index] ?? 0) > most) unsure[at] = 1
    })
  }
  return unsure
}

/** Weights of red, green and blue: brightness, and two differences of colours. */
const FEATURES = [
  [0.299, 0.587, 0.114],
  [1, -1, 0],
  [0, 1, -1],
] as const

function featureAt(
  { data }: Colours,
  cells: readonly number[],
  [red, green, blue]: (typeof FEATURES)[number],
): Float64Array {
  const values = new Float64Array(cells.length)
  for (let index = 0; index < values.length; index++) {
    const at = (cells[index] ?? 0) * 3
    values[index] = red * (data[at] ?? 0) + green * (data[at + 1] ?? 0) + blue * (data[at + 2] ?? 0)
  }
  return values
}

function median(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? 0
}
