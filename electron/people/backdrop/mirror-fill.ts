import type { RgbImage } from '../../contract/rgb-image.ts'

/** Beside the seam the two sides fade into each other over so many pixels. */
const FADE = 3
/** Colours farther apart than this cost a seam no more: one bad pixel should not turn it away. */
const MOST_COST = 120
/** A side that lends fewer pixels than this would be seen again and again; the other side fills the gap alone. */
const LEAST_LENT = 8

/**
 * A photo without what is marked: every gap of a row is filled with the row's own pixels, mirrored into it from both sides.
 * The two meet along the seam where they differ least from top to bottom (dynamic programming, as in Avidan and Shamir,
 * "Seam Carving", 2007), so that paving, grass and walls go on behind a person without a visible middle line.
 *
 * @param marked 1 where the photo is to be filled, row by row
 * @returns the photo itself where nothing is marked or nothing is left to copy from
 */
export function mirrorFill(photo: RgbImage, marked: Uint8Array): RgbImage {
  const gaps = gapsOf(marked, photo)
  if (gaps.length === 0) return photo
  const data = photo.data.slice()
  for (const column of columnsOf(gaps)) fillColumn(photo, data, column)
  return { ...photo, data }
}

/** Marked pixels of a row, from `left` up to `right`; the row's pixels beside it that are not marked. */
interface Gap {
  readonly y: number
  readonly left: number
  readonly right: number
  /** How many pixels on either side lend. */
  readonly before: number
  readonly after: number
}

function gapsOf(marked: Uint8Array, { width, height }: RgbImage): readonly Gap[] {
  const gaps: Gap[] = []
  for (let y = 0; y < height; y++) {
    const row = marked.subarray(y * width, (y + 1) * width)
    for (let left = row.indexOf(1); left >= 0;) {
      const free = row.indexOf(0, left)
      const right = free < 0 ? width : free
      const next = row.indexOf(1, right)
      const end = next < 0 ? width : next
      const start = left === 0 ? 0 : row.lastIndexOf(1, left - 1) + 1
      const [before, after] = [left - start, end - right]
      const one = before < LEAST_LENT && after > before
      const other = after < LEAST_LENT && before > after
      gaps.push({ y, left, right, before: one ? 0 : before, after: other ? 0 : after })
      left = next
    }
  }
  return gaps
}

/** Gaps below each other that overlap: they share one seam. */
function columnsOf(gaps: readonly Gap[]): readonly (readonly Gap[])[] {
  const columns: Gap[][] = []
  for (const gap of gaps) {
    const above = columns.find((column) => {
      const last = column.at(-1)
      return last?.y === gap.y - 1 && last.left < gap.right && gap.left < last.right
    })
    if (above === undefined) columns.push([gap])
    else above.push(gap)
  }
  return columns
}

/** A pixel of a row as the mirror at `edge` shows it; it swings to and fro where fewer pixels lend than are wanted. */
function mirrored(distance: number, lenders: number): number {
  const period = distance % (2 * lenders)
  return period < lenders ? period : 2 * lenders - 1 - period
}

function fillColumn({ data: source, width }: RgbImage, target: Uint8Array, gaps: readonly Gap[]): void {
  const seam = seamOf(source, width, gaps)
  for (const [index, gap] of gaps.entries()) {
    const { y, left, right, before, after } = gap
    const cut = seam[index] ?? left
    for (let x = left; x < right; x++) {
      const fromLeft = before === 0 ? undefined : (y * width + left - 1 - mirrored(x - left, before)) * 3
      const fromRight = after === 0 ? undefined : (y * width + right + mirrored(right - 1 - x, after)) * 3
      if (fromLeft === undefined && fromRight === undefined) continue
      const share = Math.min(Math.max((x - cut) / (2 * FADE) + 0.5, 0), 1)
      for (let channel = 0; channel < 3; channel++) {
        const one = source[(fromLeft ?? fromRight ?? 0) + channel] ?? 0
        const other = source[(fromRight ?? fromLeft ?? 0) + channel] ?? 0
        target[(y * width + x) * 3 + channel] = Math.round(one * (1 - share) + other * share)
      }
    }
  }
}

/** Where each row changes from its left mirror to its right one. */
function seamOf(source: Uint8Array, width: number, gaps: readonly Gap[]): readonly number[] {
  const costs = gaps.map((gap) => costsOf(source, width, gap))
  const steps: Int32Array[] = []
  for (let row = 1; row < gaps.length; row++) {
    const [gap, last] = [gaps[row], gaps[row - 1]]
    const [here, above] = [costs[row], costs[row - 1]]
    if (gap === undefined || last === undefined || here === undefined || above === undefined) break
    const from = new Int32Array(here.length)
    for (let at = 0; at < here.length; at++) {
      const x = gap.left + at
      let best = nearest(x, last)
      for (const candidate of [nearest(x - 1, last), nearest(x + 1, last)])
        if ((above[candidate - last.left] ?? 0) < (above[best - last.left] ?? 0)) best = candidate
      from[at] = best - last.left
      here[at] = (here[at] ?? 0) + (above[best - last.left] ?? 0)
    }
    steps.push(from)
  }
  const seam: number[] = []
  const final = costs.at(-1)
  let at = final === undefined ? 0 : final.indexOf(Math.min(...final))
  for (let row = gaps.length - 1; row >= 0; row--) {
    seam[row] = (gaps[row]?.left ?? 0) + at
    at = steps[row - 1]?.[at] ?? at
  }
  return seam
}

function costsOf(source: Uint8Array, width: number, { y, left, right, before, after }: Gap): Float64Array {
  const costs = new Float64Array(right - left)
  // With pixels on one side alone there is nothing to meet: the seam lies at the other end.
  if (before === 0 || after === 0) {
    costs.fill(MOST_COST)
    costs[before === 0 ? 0 : costs.length - 1] = 0
    return costs
  }
  for (let x = left; x < right; x++) {
    const one = (y * width + left - 1 - mirrored(x - left, before)) * 3
    const other = (y * width + right + mirrored(right - 1 - x, after)) * 3
    let apart = 0
    for (let channel = 0; channel < 3; channel++)
      apart += Math.abs((source[one + channel] ?? 0) - (source[other + channel] ?? 0))
    costs[x - left] = Math.min(apart, MOST_COST)
  }
  return costs
}

function nearest(x: number, { left, right }: Gap): number {
  return Math.min(Math.max(x, left), right - 1)
}
