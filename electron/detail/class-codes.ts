import { classCounts } from './class-counts.ts'
import { FORBIDDEN, type Labels } from './raster.ts'

/**
 * Classes as the search compares them: twice the number of the class, plus one within reach of a border. Borders of labels
 * lie a little beside those of the photo, so the middle of a meadow must not be copied from where the sky begins.
 */
export function classCodes(labels: Labels, numbers: ReadonlyMap<number, number>, reach: number): Uint8Array {
  const near = nearBorders(labels, reach)
  const table = Uint8Array.from({ length: 256 }, (_, label) => (numbers.get(label) ?? 126) * 2)
  table[FORBIDDEN] = FORBIDDEN - 1
  const codes = new Uint8Array(labels.data.length)
  for (let at = 0; at < codes.length; at++) codes[at] = (table[labels.data[at] ?? 0] ?? 0) + (near[at] ?? 0)
  return codes
}

/** A number for each class that occurs, 0 … 125. */
export function classNumbers(...maps: readonly Uint8Array[]): ReadonlyMap<number, number> {
  const classes = new Set(maps.flatMap((map) => [...classCounts(map).keys()]))
  classes.delete(FORBIDDEN)
  return new Map([...classes].sort((one, other) => one - other).map((label, index) => [label, Math.min(index, 125)]))
}

/** 1 where another class lies within `reach` pixels, along rows and columns. */
export function nearBorders({ width, height, data }: Labels, reach: number): Uint8Array {
  const border = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let at = y * width; at < y * width + width - 1; at++)
      if (data[at] !== data[at + 1]) border[at] = border[at + 1] = 1
  for (let at = 0; at < width * (height - 1); at++)
    if (data[at] !== data[at + width]) border[at] = border[at + width] = 1
  return reach <= 1 ? border : widened(border, width, height, reach)
}

/** A mask of 0 and 1 grown by `reach` − 1 pixels along rows and columns. */
export function widened(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) spreadRow(mask, across, y * width, width, reach)
  const result = new Uint8Array(width * height)
  // Row by row in both directions, so that memory is read in order: the last row of each column that had a pixel.
  const last = new Int32Array(width).fill(-reach - 1)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (across[at] === 1) last[x] = y
      if (y - (last[x] ?? 0) < reach) result[at] = 1
    }
  last.fill(height + reach + 1)
  for (let y = height - 1, at = width * height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--, at--) {
      if (across[at] === 1) last[x] = y
      if ((last[x] ?? 0) - y < reach) result[at] = 1
    }
  return result
}

function spreadRow(from: Uint8Array, to: Uint8Array, start: number, length: number, reach: number): void {
  let last = -reach - 1
  for (let place = 0; place < length; place++) {
    if (from[start + place] === 1) last = place
    if (place - last < reach) to[start + place] = 1
  }
  last = length + reach + 1
  for (let place = length - 1; place >= 0; place--) {
    if (from[start + place] === 1) last = place
    if (last - place < reach) to[start + place] = 1
  }
}
