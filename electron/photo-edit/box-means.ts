import type { Colours } from '../detail/raster.ts'

/** Means over the squares around all pixels, RGB; at the edges over what there is of them. */
export function boxMeans({ width, height, data }: Colours, radius: number): Colours {
  const result = new Float32Array(width * height * 3)
  const columnSums = new Float64Array(width * 3)
  const sums = new Float64Array((width + 1) * 3)
  let first = 0
  let last = -1
  for (let y = 0; y < height; y++) {
    for (; last < Math.min(height - 1, y + radius); last++)
      for (let at = 0; at < width * 3; at++)
        columnSums[at] = (columnSums[at] ?? 0) + (data[(last + 1) * width * 3 + at] ?? 0)
    for (; first < y - radius; first++)
      for (let at = 0; at < width * 3; at++)
        columnSums[at] = (columnSums[at] ?? 0) - (data[first * width * 3 + at] ?? 0)
    const rows = last - first + 1
    for (let at = 0; at < width * 3; at++) sums[at + 3] = (sums[at] ?? 0) + (columnSums[at] ?? 0)
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius) * 3
      const right = (Math.min(width - 1, x + radius) + 1) * 3
      const count = ((right - left) / 3) * rows
      const to = (y * width + x) * 3
      result[to] = ((sums[right] ?? 0) - (sums[left] ?? 0)) / count
      result[to + 1] = ((sums[right + 1] ?? 0) - (sums[left + 1] ?? 0)) / count
      result[to + 2] = ((sums[right + 2] ?? 0) - (sums[left + 2] ?? 0)) / count
    }
  }
  return { width, height, data: result }
}
