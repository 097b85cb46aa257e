import type { ImageSize } from '../../contract/image-size.ts'

/** Side of a cell in pixels: parts are told apart no finer than this, and their borders fade over one cell. */
const CELL = 2

/** A picture of somebody in cells: how much of each is which part (hair, skin, garments …), and its mean colour. */
export interface PartCells {
  readonly columns: number
  readonly rows: number
  readonly classes: number
  /** rows × columns × classes, 0..1; the first class is what lies behind */
  readonly shares: Float32Array
  /** rows × columns × 3, levels 0..255 */
  readonly colours: Float32Array
}

/**
 * @param size whole cells wide and high
 * @param logits height × width × classes
 * @param colours height × width × 3, −1..1
 */
export function partCells(
  { width, height }: ImageSize,
  classes: number,
  logits: Float32Array,
  colours: Float32Array,
): PartCells {
  const columns = Math.floor(width / CELL)
  const rows = Math.floor(height / CELL)
  const shares = cellMeans(logits, classes, width, columns, rows)
  for (let from = 0; from < shares.length; from += classes) softmax(shares.subarray(from, from + classes))
  const means = cellMeans(colours, 3, width, columns, rows)
  return { columns, rows, classes, shares, colours: means.map((value) => (value + 1) * 127.5) }
}

function cellMeans(source: Float32Array, depth: number, width: number, columns: number, rows: number): Float32Array {
  const means = new Float32Array(columns * rows * depth)
  for (let y = 0; y < rows * CELL; y++)
    for (let x = 0; x < columns * CELL; x++) {
      const from = (y * width + x) * depth
      const to = (Math.floor(y / CELL) * columns + Math.floor(x / CELL)) * depth
      for (let at = 0; at < depth; at++) means[to + at] = (means[to + at] ?? 0) + (source[from + at] ?? 0) / CELL ** 2
    }
  return means
}

function softmax(logits: Float32Array): void {
  const most = logits.reduce((best, logit) => Math.max(best, logit), -Infinity)
  let sum = 0
  for (let at = 0; at < logits.length; at++) sum += logits[at] = Math.exp((logits[at] ?? 0) - most)
  for (let at = 0; at < logits.length; at++) logits[at] = (logits[at] ?? 0) / sum
}
