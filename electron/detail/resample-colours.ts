import { halvedColours } from './pyramid.ts'
import type { Colours } from './raster.ts'

/** A part of a picture, in its pixels; numbers may be fractions. */
export interface ColourArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture at another size: halved while it is more than twice as large, then bilinear. */
export function resampleColours(picture: Colours, width: number, height: number): Colours {
  if (picture.width === width && picture.height === height) return picture
  let from = picture
  while (from.width >= width * 2 && from.height >= height * 2) from = halvedColours(from)
  return enlargedPart(from, { x: 0, y: 0, width: from.width, height: from.height }, width, height)
}

/** A part of a picture, at about its own size or larger, bilinear; edges of the picture are repeated. */
export function enlargedPart(picture: Colours, area: ColourArea, width: number, height: number): Colours {
  const data = new Float32Array(width * height * 3)
  const columns = columnsOf(picture, area, width)
  for (let y = 0; y < height; y++)
    interpolateRow(picture, columns, area.y + ((y + 0.5) * area.height) / height, data, y)
  return { width, height, data }
}

/** A whole picture enlarged row by row: writes one row of RGB. */
export function enlargedRows(picture: Colours, width: number, height: number): (y: number, row: Float32Array) => void {
  const columns = columnsOf(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, width)
  return (y, row) => interpolateRow(picture, columns, ((y + 0.5) * picture.height) / height, row, 0)
}

interface Columns {
  readonly lefts: Int32Array
  readonly shares: Float32Array
}

function columnsOf({ width: fromWidth }: Colours, area: ColourArea, width: number): Columns {
  const lefts = new Int32Array(width)
  const shares = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const across = clamp(area.x + ((x + 0.5) * area.width) / width - 0.5, fromWidth - 1)
    const left = Math.min(Math.floor(across), Math.max(0, fromWidth - 2))
    lefts[x] = left * 3
    shares[x] = across - left
  }
  return { lefts, shares }
}

/** @param place of the row's middle in the picture's pixels @param row number of the row within `data` */
function interpolateRow(
  { width, height, data: source }: Colours,
  { lefts, shares }: Columns,
  place: number,
  data: Float32Array,
  row: number,
): void {
  const down = clamp(place - 0.5, height - 1)
  const top = Math.min(Math.floor(down), Math.max(0, height - 2))
  const below = down - top
  const right = width > 1 ? 3 : 0
  const next = height > 1 ? width * 3 : 0
  const above = 1 - below
  for (let x = 0, out = row * lefts.length * 3; x < lefts.length; x++, out += 3) {
    const share = shares[x] ?? 0
    const rest = 1 - share
    const a = top * width * 3 + (lefts[x] ?? 0)
    const b = a + right
    const c = a + next
    const d = b + next
    data[out] =
      ((source[a] ?? 0) * rest + (source[b] ?? 0) * share) * above +
      ((source[c] ?? 0) * rest + (source[d] ?? 0) * share) * below
    data[out + 1] =
      ((source[a + 1] ?? 0) * rest + (source[b + 1] ?? 0) * share) * above +
      ((source[c + 1] ?? 0) * rest + (source[d + 1] ?? 0) * share) * below
    data[out + 2] =
      ((source[a + 2] ?? 0) * rest + (source[b + 2] ?? 0) * share) * above +
      ((source[c + 2] ?? 0) * rest + (source[d + 2] ?? 0) * share) * below
  }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
