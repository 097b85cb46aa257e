import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'

/** How a picture behaves at the border of what was changed. */
export interface SeamMeasure {
  /** Mean step between neighbours across the border over the mean step among the pixels on either side of it; 1 = no seam. */
  readonly seam: number
  /** Share of the pixels outside the region that have the photo's very values. */
  readonly kept: number
  /** Mean step inside the region over that outside it: 1 = as much detail as the rest of the photo. */
  readonly detail: number
}

/** How many pixels on either side of the border are compared with the steps across it. */
const BESIDE = 6

export function measureSeam(photo: RgbImage, result: RgbImage, region: LabelMap): SeamMeasure {
  const { width, height, data } = result
  const inside = (x: number, y: number): boolean =>
    region.data[Math.floor((y * region.height) / height) * region.width + Math.floor((x * region.width) / width)] === 1
  const border = new Float32Array(width * height).fill(Infinity)
  const sums = { across: 0, acrossCount: 0, beside: 0, besideCount: 0, in: 0, inCount: 0, out: 0, outCount: 0 }
  const step = (at: number, other: number): number => {
    let sum = 0
    for (let channel = 0; channel < 3; channel++)
      sum += Math.abs((data[at * 3 + channel] ?? 0) - (data[other * 3 + channel] ?? 0))
    return sum / 3
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        if (x + dx >= width || y + dy >= height || inside(x, y) === inside(x + dx, y + dy)) continue
        border[y * width + x] = border[(y + dy) * width + x + dx] = 0
        sums.across += step(y * width + x, (y + dy) * width + x + dx)
        sums.acrossCount++
      }
  const near = spread(border, width, height)
  let kept = 0
  let outside = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const isInside = inside(x, y)
      if (!isInside) {
        outside++
        if ([0, 1, 2].every((channel) => photo.data[at * 3 + channel] === data[at * 3 + channel])) kept++
      }
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        if (x + dx >= width || y + dy >= height || isInside !== inside(x + dx, y + dy)) continue
        const value = step(at, (y + dy) * width + x + dx)
        if ((near[at] ?? Infinity) <= BESIDE) {
          sums.beside += value
          sums.besideCount++
        }
        if (isInside) {
          sums.in += value
          sums.inCount++
        } else {
          sums.out += value
          sums.outCount++
        }
      }
    }
  const ratio = (one: number, ones: number, other: number, others: number): number =>
    one / Math.max(1, ones) / Math.max(0.05, other / Math.max(1, others))
  return {
    seam: ratio(sums.across, sums.acrossCount, sums.beside, sums.besideCount),
    kept: kept / Math.max(1, outside),
    detail: ratio(sums.in, sums.inCount, sums.out, sums.outCount),
  }
}

/** Distance from the border in steps along rows and columns. */
function spread(from: Float32Array, width: number, height: number): Float32Array {
  const result = from.slice()
  for (let at = 0; at < result.length; at++)
    result[at] = Math.min(
      result[at] ?? Infinity,
      (at % width > 0 ? (result[at - 1] ?? Infinity) : Infinity) + 1,
      (at >= width ? (result[at - width] ?? Infinity) : Infinity) + 1,
    )
  for (let at = result.length - 1; at >= 0; at--)
    result[at] = Math.min(
      result[at] ?? Infinity,
      (at % width < width - 1 ? (result[at + 1] ?? Infinity) : Infinity) + 1,
      (at < width * (height - 1) ? (result[at + width] ?? Infinity) : Infinity) + 1,
    )
  return result
}
