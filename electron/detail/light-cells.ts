import type { ImageSize } from '../contract/image-size.ts'
import { FORBIDDEN, type Colours, type Labels } from './raster.ts'

/** Sums of colours and pixel counts of every class over cells: rows × columns × (red, green, blue, count). */
export function cellSums(
  colours: Colours,
  labels: Labels,
  size: ImageSize,
  cell: number,
  columns: number,
  rows: number,
): ReadonlyMap<number, Float32Array> {
  const sums = new Map<number, Float32Array>()
  const cellOfX = Int32Array.from({ length: colours.width }, (_, x) =>
    Math.min(columns - 1, Math.floor(((x + 0.5) * size.width) / colours.width / cell)),
  )
  for (let y = 0, at = 0; y < colours.height; y++) {
    const row = Math.min(rows - 1, Math.floor(((y + 0.5) * size.height) / colours.height / cell)) * columns
    for (let x = 0; x < colours.width; x++, at++) {
      const label = labels.data[at] ?? FORBIDDEN
      if (label === FORBIDDEN) continue
      let sum = sums.get(label)
      if (sum === undefined) sums.set(label, (sum = new Float32Array(columns * rows * 4)))
      const to = (row + (cellOfX[x] ?? 0)) * 4
      sum[to] = (sum[to] ?? 0) + (colours.data[at * 3] ?? 0)
      sum[to + 1] = (sum[to + 1] ?? 0) + (colours.data[at * 3 + 1] ?? 0)
      sum[to + 2] = (sum[to + 2] ?? 0) + (colours.data[at * 3 + 2] ?? 0)
      sum[to + 3] = (sum[to + 3] ?? 0) + 1
    }
  }
  return sums
}

/** Sums of colours and weights, blurred by 1 2 1 both ways: cells then meet without a visible grid. */
export function smoothed(sums: Float32Array, columns: number, rows: number): Float32Array {
  const across = new Float32Array(sums.length)
  const down = new Float32Array(sums.length)
  for (let y = 0; y < rows; y++) smoothRow(sums, across, y * columns * 4, columns * 4)
  for (let y = 0; y < rows; y++) smoothDown(across, down, y, rows, columns * 4)
  return down
}

function smoothRow(sums: Float32Array, across: Float32Array, start: number, length: number): void {
  const end = start + length
  for (let at = start; at < end; at++) {
    const left = at - 4 >= start ? (sums[at - 4] ?? 0) : 0
    const right = at + 4 < end ? (sums[at + 4] ?? 0) : 0
    across[at] = left + 2 * (sums[at] ?? 0) + right
  }
}

function smoothDown(across: Float32Array, down: Float32Array, y: number, rows: number, length: number): void {
  for (let at = y * length; at < (y + 1) * length; at++) {
    const above = y > 0 ? (across[at - length] ?? 0) : 0
    const below = y < rows - 1 ? (across[at + length] ?? 0) : 0
    down[at] = (above + 2 * (across[at] ?? 0) + below) / 16
  }
}

/** Means of the cells; cells without weight take the mean around them, ring by ring (pull and push). */
export function spread(sums: Float32Array, columns: number, rows: number, most: number): Float32Array {
  const result = new Float32Array(columns * rows * 3)
  // A few pixels of a class in a cell say little about its light.
  const enough = most * 0.15
  const isAlone = columns * rows === 1
  let doubts = false
  for (let at = 0; at < columns * rows; at++) {
    const weight = sums[at * 4 + 3] ?? 0
    if (weight < enough && !isAlone) doubts = true
    if (weight <= 0) continue
    for (let channel = 0; channel < 3; channel++) result[at * 3 + channel] = (sums[at * 4 + channel] ?? 0) / weight
  }
  if (!doubts) return result
  const halfColumns = (columns + 1) >> 1
  const halfRows = (rows + 1) >> 1
  const coarser = spread(halvedSums(sums, columns, rows), halfColumns, halfRows, most)
  for (let y = 0; y < rows; y++)
    for (let x = 0, at = y * columns; x < columns; x++, at++) {
      const weight = sums[at * 4 + 3] ?? 0
      if (weight >= enough) continue
      const trust = weight / enough
      for (let channel = 0; channel < 3; channel++) {
        const own = weight > 0 ? (sums[at * 4 + channel] ?? 0) / weight : 0
        const around = bilinear(coarser, halfColumns, halfRows, (x + 0.5) / 2, (y + 0.5) / 2, channel)
        result[at * 3 + channel] = trust * own + (1 - trust) * around
      }
    }
  return result
}

function halvedSums(sums: Float32Array, columns: number, rows: number): Float32Array {
  const halfColumns = (columns + 1) >> 1
  const halved = new Float32Array(halfColumns * ((rows + 1) >> 1) * 4)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const to = ((y >> 1) * halfColumns + (x >> 1)) * 4
      const from = (y * columns + x) * 4
      for (let channel = 0; channel < 4; channel++)
        halved[to + channel] = (halved[to + channel] ?? 0) + (sums[from + channel] ?? 0)
    }
  return halved
}

/** Value at a place in cells (a cell's centre is at +0.5), edges repeated. */
export function bilinear(
  cells: Float32Array,
  columns: number,
  rows: number,
  x: number,
  y: number,
  channel: number,
): number {
  const left = Math.min(Math.max(x - 0.5, 0), columns - 1)
  const top = Math.min(Math.max(y - 0.5, 0), rows - 1)
  const column = Math.min(Math.floor(left), Math.max(0, columns - 2))
  const row = Math.min(Math.floor(top), Math.max(0, rows - 2))
  const across = columns > 1 ? left - column : 0
  const down = rows > 1 ? top - row : 0
  const at = (row * columns + column) * 3 + channel
  const right = columns > 1 ? 3 : 0
  const below = rows > 1 ? columns * 3 : 0
  const upper = (cells[at] ?? 0) * (1 - across) + (cells[at + right] ?? 0) * across
  const lower = (cells[at + below] ?? 0) * (1 - across) + (cells[at + below + right] ?? 0) * across
  return upper * (1 - down) + lower * down
}
