import type { Colours } from '../detail/raster.ts'

/** Rows of an affine map of colours: out = r·red + g·green + b·blue + constant, for each channel. */
export type ColourMap = readonly (readonly [number, number, number, number])[]

/** Differences below this mean that both are the same colours, rounded. */
const ROUNDING = 2

/**
 * The affine map (least squares) from one rendering of a photo to another of the same size: from sRGB, in which pictures
 * are made, to the photo's own colour space, whatever its profile. Undefined when they are the same.
 */
export function fitColours(from: Colours, to: Colours): ColourMap | undefined {
  const normal = new Float64Array(16)
  const sides = [new Float64Array(4), new Float64Array(4), new Float64Array(4)]
  let largest = 0
  for (let at = 0; at < from.data.length; at += 3) {
    const row = [from.data[at] ?? 0, from.data[at + 1] ?? 0, from.data[at + 2] ?? 0, 1]
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) normal[i * 4 + j] = (normal[i * 4 + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0)
    sides.forEach((side, channel) => {
      const value = to.data[at + channel] ?? 0
      largest = Math.max(largest, Math.abs(value - (row[channel] ?? 0)))
      for (let i = 0; i < 4; i++) side[i] = (side[i] ?? 0) + (row[i] ?? 0) * value
    })
  }
  if (largest <= ROUNDING) return undefined
  // A photo of one colour has no unique map; a little of the identity makes one.
  const pull = 1e-4 * ((normal[0] ?? 0) + (normal[5] ?? 0) + (normal[10] ?? 0) + from.data.length)
  for (let i = 0; i < 4; i++) normal[i * 5] = (normal[i * 5] ?? 0) + pull
  return sides.map((side, channel) => {
    side[channel] = (side[channel] ?? 0) + pull
    return solved(normal, side)
  })
}

/** Colours by a map; undefined leaves them as they are. */
export function mappedColours(colours: Colours, map: ColourMap | undefined): Colours {
  if (map === undefined) return colours
  const data = new Float32Array(colours.data.length)
  map.forEach((row, channel) => mapChannel(colours.data, row, channel, data))
  return { ...colours, data }
}

function mapChannel(
  from: Colours['data'],
  [red, green, blue, constant]: ColourMap[number],
  channel: number,
  to: Float32Array,
): void {
  for (let at = 0; at < to.length; at += 3)
    to[at + channel] = red * (from[at] ?? 0) + green * (from[at + 1] ?? 0) + blue * (from[at + 2] ?? 0) + constant
}

/** Gauss–Jordan elimination of a symmetric positive 4×4 system. */
function solved(matrix: Float64Array, side: Float64Array): readonly [number, number, number, number] {
  const rows = Array.from({ length: 4 }, (_, i) => [...matrix.subarray(i * 4, i * 4 + 4), side[i] ?? 0])
  rows.forEach((pivotRow, pivot) => {
    const scale = pivotRow[pivot] ?? 1
    for (let column = 0; column < 5; column++) pivotRow[column] = (pivotRow[column] ?? 0) / scale
    rows.forEach((row, index) => {
      if (index === pivot) return
      const factor = row[pivot] ?? 0
      for (let column = 0; column < 5; column++) row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
    })
  })
  const [a = 0, b = 0, c = 0, d = 0] = rows.map((row) => row[4] ?? 0)
  return [a, b, c, d]
}
