import type { LabelMap } from '../contract/label-map.ts'
import { widened } from '../detail/class-codes.ts'
import type { Colours } from '../detail/raster.ts'
import { classTable } from './class-table.ts'

/** What of a part is seen through, over the grid of its labels. */
export interface SeenThrough {
  /** 1 where something that can be seen through is taken away, and the photo shows already what is behind it. */
  readonly behind: Uint8Array
  /** 1 where something that can be seen through is put on, but for its rim. */
  readonly within: Uint8Array
}

/** All as shares of the part's side. A rim that is drawn is this thick. */
const DRAWN_RIM = 0.018
/** A rim in the photo is at least and at most so thick, and ends so far past what differs from skin. */
const LEAST_RIM = 0.006
const MOST_RIM = 0.03
const PAST_RIM = 0.007
/** Lashes and lids close to the eyes are no rim, however dark. */
const EYE_ROOM = 0.02
/** How far around a lens its surroundings' colours are looked at. */
const AROUND = 0.08
/** A colour so far from that of the surroundings, in 8-bit steps and in their spreads, may be the rim's. */
const LEAST_DIFFERENCE = 45
const SPREADS = 2
/** A lens that differs on more than this share is dark: nothing is seen through it. */
const MOST_DARK = 0.7

/**
 * Splits glasses that are taken off or put on into their rim, which changes, and what is seen through them, which the photo
 * shows as it is. Dark glasses have only a rim.
 *
 * @param colours the photo at the size of the labels
 * @param side of the part in cells
 */
export function seenThrough(
  before: LabelMap,
  after: LabelMap,
  classes: ReadonlySet<number>,
  colours: Colours,
  side: number,
): SeenThrough {
  const { width, height } = before
  const goes = leaving(before, after, classes)
  const comes = leaving(after, before, classes)
  const nothing = new Uint8Array(width * height)
  const within = comes.includes(1) ? inner(withHoles(comes, width, height), width, height, DRAWN_RIM * side) : nothing
  if (!goes.includes(1))
    return {
      behind: nothing,
      within: comes.includes(1) ? within.map((value, at) => value & (comes[at] ?? 0)) : nothing,
    }
  const lens = withHoles(goes, width, height)
  // Eyes in the lenses stay; a hole that is labelled as the skin around is none.
  const skin = commonest(before, widened(lens, width, height, 1 + Math.round(AROUND * side)), lens)
  const holes = lens.map((value, at) => (value === 1 && goes[at] !== 1 && before.data[at] !== skin ? 1 : 0))
  const rim = rimOf(before, lens, holes, colours, side)
  return {
    behind: goes.map((value, at) => value & (1 - (rim[at] ?? 0))),
    within: within.map((value, at) => value & (comes[at] ?? 0)),
  }
}

/** 1 where a map shows one of the classes, and another map another class. */
function leaving({ data }: LabelMap, other: LabelMap, classes: ReadonlySet<number>): Uint8Array {
  const isNamed = classTable((label) => classes.has(label))
  const result = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at++)
    if (isNamed[data[at] ?? 0] === 1 && data[at] !== other.data[at]) result[at] = 1
  return result
}

/** What of a lens is its rim: from its edge inwards as far as it differs from what is around it. */
function rimOf(before: LabelMap, lens: Uint8Array, holes: Uint8Array, colours: Colours, side: number): Uint8Array {
  const { width, height } = before
  const differs = differing(before, lens, colours, side)
  const edge = inverted(inner(lens, width, height, LEAST_RIM * side))
  const middle = inner(lens, width, height, MOST_RIM * side)
  const nearEyes = widened(holes, width, height, 1 + Math.round(EYE_ROOM * side))
  let dark = 0
  let all = 0
  middle.forEach((value, at) => {
    if (value === 0 || nearEyes[at] === 1) return
    all++
    dark += differs[at] ?? 0
  })
  if (dark > MOST_DARK * all) return lens
  const rim = edge.map((value, at) => value & (lens[at] ?? 0))
  let ring = [...rim.keys()].filter((at) => rim[at] === 1)
  while (ring.length > 0) {
    const next: number[] = []
    for (const at of ring)
      for (const beside of [at - 1, at + 1, at - width, at + width]) {
        if (lens[beside] !== 1 || rim[beside] === 1 || middle[beside] === 1) continue
        if (differs[beside] !== 1 || nearEyes[beside] === 1) continue
        rim[beside] = 1
        next.push(beside)
      }
    ring = next
  }
  const past = widened(rim, width, height, 1 + Math.round(PAST_RIM * side))
  return past.map((value, at) => value & (lens[at] ?? 0) & (1 - (nearEyes[at] ?? 0)))
}

/** 1 where a lens has a colour that its surroundings hardly have. */
function differing(before: LabelMap, lens: Uint8Array, { data }: Colours, side: number): Uint8Array {
  const { width, height } = before
  const near = widened(lens, width, height, 1 + Math.round(AROUND * side))
  const most = commonest(before, near, lens)
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  let count = 0
  near.forEach((value, at) => {
    if (value !== 1 || lens[at] === 1 || before.data[at] !== most) return
    count++
    for (let channel = 0; channel < 3; channel++) {
      const colour = data[at * 3 + channel] ?? 0
      sums[channel] = (sums[channel] ?? 0) + colour
      squares[channel] = (squares[channel] ?? 0) + colour * colour
    }
  })
  const means = sums.map((sum) => sum / Math.max(1, count))
  const spreads = squares.map((square, channel) =>
    Math.sqrt(Math.max(0, square / Math.max(1, count) - (means[channel] ?? 0) ** 2)),
  )
  return lens.map((value, at) => {
    if (value !== 1) return 0
    return means.some(
      (mean, channel) =>
        Math.abs((data[at * 3 + channel] ?? 0) - mean) > Math.max(LEAST_DIFFERENCE, SPREADS * (spreads[channel] ?? 0)),
    )
      ? 1
      : 0
  })
}

/** The class that most of the surroundings have. */
function commonest(labels: LabelMap, near: Uint8Array, lens: Uint8Array): number {
  const counts = new Uint32Array(256)
  near.forEach((value, at) => {
    if (value === 1 && lens[at] !== 1) counts[labels.data[at] ?? 0] = (counts[labels.data[at] ?? 0] ?? 0) + 1
  })
  return counts.indexOf(Math.max(...counts))
}

/** A mask with the holes in it, such as eyes in lenses: what cannot be reached from outside. */
function withHoles(mask: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(mask.length)
  const list: number[] = []
  const visit = (at: number): void => {
    if (mask[at] === 1 || outside[at] === 1) return
    outside[at] = 1
    list.push(at)
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  // The list grows while it is walked.
  for (const at of list) {
    const x = at % width
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (at >= width) visit(at - width)
    if (at < width * (height - 1)) visit(at + width)
  }
  return inverted(outside)
}

function inner(mask: Uint8Array, width: number, height: number, rim: number): Uint8Array {
  return inverted(widened(inverted(mask), width, height, 1 + Math.round(rim)))
}

function inverted(mask: Uint8Array): Uint8Array {
  return mask.map((value) => 1 - value)
}
