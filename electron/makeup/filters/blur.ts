import { doublePlane } from './double-plane.ts'
import { halvePlane } from './halve-plane.ts'

/** From this sigma on, half the resolution shows no difference. */
export const COARSE = 4

/**
 * A Gaussian blur of a square plane; edges are repeated. Wide blurs are made at a lower resolution.
 * @param sigma in pixels; from about 0.8
 */
export function blur(plane: Float32Array, side: number, sigma: number): Float32Array {
  if (sigma < COARSE || side % 2 === 1) return fineBlur(plane, side, sigma)
  // Halving and doubling blur a little themselves: their variance is 1/4 + 3/16 of a coarse pixel's square.
  const rest = Math.sqrt((sigma / 2) ** 2 - 0.11)
  return doublePlane(blur(halvePlane(plane, side), side / 2, rest), side / 2)
}

/** By three box blurs (Kovesi 2010), in time that does not depend on the radius. */
function fineBlur(plane: Float32Array, side: number, sigma: number): Float32Array {
  const radii = boxRadii(sigma)
  let source = plane
  const first = scratchOf(plane.length)
  const second = new Float32Array(plane.length)
  const sums = new Float64Array(side)
  for (const radius of radii) {
    if (radius < 1) continue
    blurRows(source, first, side, radius)
    blurColumns(first, second, side, radius, sums)
    source = second
  }
  return source === plane ? plane.slice() : second
}

const scratch = new Map<number, Float32Array>()

/** One plane of each size for what lies between rows and columns: blurs come by the hundred. */
function scratchOf(length: number): Float32Array {
  const known = scratch.get(length) ?? new Float32Array(length)
  scratch.set(length, known)
  return known
}

/** Radii of three boxes whose variances add up to sigma². */
function boxRadii(sigma: number): number[] {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1)
  const low = Math.max(1, Math.floor((ideal - 1) / 2) * 2 + 1)
  const smaller = Math.round((12 * sigma * sigma - 3 * low * low - 12 * low - 9) / (-4 * low - 4))
  return [0, 1, 2].map((index) => ((index < smaller ? low : low + 2) - 1) / 2)
}

function blurRows(source: Float32Array, target: Float32Array, side: number, radius: number): void {
  const scale = 1 / (2 * radius + 1)
  for (let row = 0; row < side; row++) {
    const start = row * side
    const firstValue = source[start] ?? 0
    const lastValue = source[start + side - 1] ?? 0
    let sum = firstValue * (radius + 1)
    for (let x = 0; x < radius; x++) sum += x < side ? (source[start + x] ?? 0) : lastValue
    for (let x = 0; x < side; x++) {
      const entering = x + radius
      const leaving = x - radius - 1
      sum += entering < side ? (source[start + entering] ?? 0) : lastValue
      sum -= leaving >= 0 ? (source[start + leaving] ?? 0) : firstValue
      target[start + x] = sum * scale
    }
  }
}

function blurColumns(
  source: Float32Array,
  target: Float32Array,
  side: number,
  radius: number,
  sums: Float64Array,
): void {
  const scale = 1 / (2 * radius + 1)
  const last = (side - 1) * side
  for (let x = 0; x < side; x++) {
    sums[x] = (source[x] ?? 0) * (radius + 1)
    for (let y = 0; y < radius; y++) sums[x] = (sums[x] ?? 0) + (source[Math.min(y * side, last) + x] ?? 0)
  }
  for (let y = 0; y < side; y++) {
    const entering = Math.min((y + radius) * side, last)
    const leaving = Math.max((y - radius - 1) * side, 0)
    // Row by row, because walking down the columns would miss the cache at every step.
    for (let x = 0; x < side; x++) {
      const sum = (sums[x] ?? 0) + (source[entering + x] ?? 0) - (source[leaving + x] ?? 0)
      sums[x] = sum
      target[y * side + x] = sum * scale
    }
  }
}
