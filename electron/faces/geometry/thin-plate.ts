import type { PlaneMap, PointPair } from './plane-map.ts'

/** Distances below this, in the units of the points, count as none: r² log r is 0 there. */
const LEAST_SQUARE = 1e-12

/**
 * The smoothest map that sends points onto each other: a thin-plate spline, kernel r² log r (Bookstein 1989), that may miss each
 * pair a little, the more the less it weighs (Wahba 1990).
 *
 * @param pairs at least three whose wanted points do not lie on one line, in units of about the picture's side
 * @param stiffness how much bending is avoided rather than a pair of weight 1 met; 0 meets all of them
 * @returns undefined where the points do not decide a map
 */
export function thinPlate(pairs: readonly PointPair[], stiffness: number): PlaneMap | undefined {
  const count = pairs.length
  const size = count + 3
  const xs = Float64Array.from(pairs, ({ wanted }) => wanted.x)
  const ys = Float64Array.from(pairs, ({ wanted }) => wanted.y)
  // Rows of the system, each followed by the x and y that it shall give.
  const width = size + 2
  const rows = new Float64Array(size * width)
  for (const [row, { shown, weight }] of pairs.entries()) {
    const [x, y] = [xs[row] ?? 0, ys[row] ?? 0]
    const at = row * width
    for (let column = 0; column < count; column++)
      rows[at + column] = kernel(x - (xs[column] ?? 0), y - (ys[column] ?? 0))
    rows[at + row] = (rows[at + row] ?? 0) + stiffness / weight
    for (const [index, value] of [1, x, y].entries()) {
      rows[at + count + index] = value
      rows[(count + index) * width + row] = value
    }
    rows[at + size] = shown.x
    rows[at + size + 1] = shown.y
  }
  const solved = solve(rows, size)
  return solved === undefined ? undefined : plateOf(xs, ys, solved)
}

function plateOf(xs: Float64Array, ys: Float64Array, { first, second }: Solution): PlaneMap {
  const count = xs.length
  return (x, y, to) => {
    let u = (first[count] ?? 0) + (first[count + 1] ?? 0) * x + (first[count + 2] ?? 0) * y
    let v = (second[count] ?? 0) + (second[count + 1] ?? 0) * x + (second[count + 2] ?? 0) * y
    for (let index = 0; index < count; index++) {
      const bend = kernel(x - (xs[index] ?? 0), y - (ys[index] ?? 0))
      u += bend * (first[index] ?? 0)
      v += bend * (second[index] ?? 0)
    }
    to[0] = u
    to[1] = v
  }
}

/** Entries of the kernel's table for squares of distances up to 2, which is as far as points of a unit square are apart. */
const STEPS = 8192
const MOST_SQUARE = 2
/** In the first entries the kernel bends too much to be read from a table. */
const LEAST_ENTRY = 4
const TABLE = Float64Array.from({ length: STEPS + 2 }, (_, step) => exactKernel((step * MOST_SQUARE) / STEPS))

/** Read from a table: logarithms would take most of the time of a map. */
function kernel(dx: number, dy: number): number {
  const square = dx * dx + dy * dy
  const place = square * (STEPS / MOST_SQUARE)
  if (place < LEAST_ENTRY || place > STEPS) return exactKernel(square)
  const entry = Math.floor(place)
  const low = TABLE[entry] ?? 0
  return low + ((TABLE[entry + 1] ?? 0) - low) * (place - entry)
}

function exactKernel(square: number): number {
  return square < LEAST_SQUARE ? 0 : 0.5 * square * Math.log(square)
}

/** What two right sides of one system of equations are solved by. */
interface Solution {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** Gaussian elimination with row pivoting; `rows` are overwritten. */
function solve(rows: Float64Array, size: number): Solution | undefined {
  const width = size + 2
  const order = Int32Array.from({ length: size }, (_, row) => row * width)
  for (let step = 0; step < size; step++) {
    let best = step
    for (let row = step + 1; row < size; row++)
      if (Math.abs(rows[(order[row] ?? 0) + step] ?? 0) > Math.abs(rows[(order[best] ?? 0) + step] ?? 0)) best = row
    const from = order[best] ?? 0
    order[best] = order[step] ?? 0
    order[step] = from
    const pivot = rows[from + step] ?? 0
    if (Math.abs(pivot) < Number.EPSILON) return undefined
    for (let row = step + 1; row < size; row++) {
      const at = order[row] ?? 0
      const factor = (rows[at + step] ?? 0) / pivot
      if (factor === 0) continue
      for (let column = step + 1; column < width; column++)
        rows[at + column] = (rows[at + column] ?? 0) - factor * (rows[from + column] ?? 0)
    }
  }
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  for (let step = size - 1; step >= 0; step--) {
    const at = order[step] ?? 0
    let [u, v] = [rows[at + size] ?? 0, rows[at + size + 1] ?? 0]
    for (let column = step + 1; column < size; column++) {
      const factor = rows[at + column] ?? 0
      u -= factor * (first[column] ?? 0)
      v -= factor * (second[column] ?? 0)
    }
    const pivot = rows[at + step] ?? 1
    first[step] = u / pivot
    second[step] = v / pivot
  }
  return { first, second }
}
