import { widened } from '../detail/class-codes.ts'
import { connectedPieces } from './connected-pieces.ts'
import type { Colours, Labels } from '../detail/raster.ts'

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
  const others = data.map((label, at) => (strands.has(label) && inside[at] === 1 ? 0 : 1))
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
    const valueAt = (at: number): number => feature(colours.data.subarray(at * 3, at * 3 + 3))
    const middle = median(sure.map(valueAt))
    const most = LEAST_UNLIKE + UNLIKE * median(sure.map((at) => Math.abs(valueAt(at) - middle)))
    for (const at of sure) if (Math.abs(valueAt(at) - middle) > most) unsure[at] = 1
  }
  return unsure
}

/** Brightness and two differences of colours, of red, green and blue. */
const FEATURES = [
  ([red = 0, green = 0, blue = 0]: ArrayLike<number> & Iterable<number>) => 0.299 * red + 0.587 * green + 0.114 * blue,
  ([red = 0, green = 0]: ArrayLike<number> & Iterable<number>) => red - green,
  ([, green = 0, blue = 0]: ArrayLike<number> & Iterable<number>) => green - blue,
] as const

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0
}
