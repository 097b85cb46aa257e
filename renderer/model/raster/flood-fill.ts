import type { LabelRaster } from './label-raster.ts'

/** What a bucket fill reaches. */
export interface FloodOptions {
  /** Only pixels connected to the start; otherwise every pixel of the class. */
  readonly contiguous: boolean
  /** Gaps up to this many pixels wide count as closed; 0 follows the edges exactly. */
  readonly gap: number
}

/**
 * Finds the pixels of the class under the start.
 *
 * @returns A mask of width × height, 1 where the fill reaches; undefined when the start lies outside.
 */
export function floodMask(
  source: LabelRaster,
  startX: number,
  startY: number,
  options: FloodOptions,
): Uint8Array | undefined {
  const { width, height, data } = source
  if (startX < 0 || startY < 0 || startX >= width || startY >= height) return undefined
  const start = startY * width + startX
  const wanted = data[start] ?? 0
  if (!options.contiguous) return data.map((value) => (value === wanted ? 1 : 0))
  const open = data.map((value) => (value === wanted ? 1 : 0))
  const reach = Math.ceil(options.gap / 2)
  if (reach === 0) return connected(open, width, height, start)
  // Walls that are widened by half the gap close it; what was reached grows back afterwards, but never through a wall.
  const narrowed = shrink(open, width, height, reach)
  if (narrowed[start] === 0) return connected(open, width, height, start)
  const reached = connected(narrowed, width, height, start)
  return growInside(reached, open, width, height, reach)
}

/** Pixels of `open` connected to the start over their sides; a scanline fill with an explicit stack. */
export function connected(open: Uint8Array, width: number, height: number, start: number): Uint8Array {
  const mask = new Uint8Array(open.length)
  const stack = [start]
  for (let seed = stack.pop(); seed !== undefined; seed = stack.pop()) {
    if (mask[seed] === 1 || open[seed] === 0) continue
    const row = Math.floor(seed / width) * width
    let left = seed
    while (left > row && open[left - 1] === 1 && mask[left - 1] === 0) left -= 1
    let right = seed
    while (right < row + width - 1 && open[right + 1] === 1 && mask[right + 1] === 0) right += 1
    mask.fill(1, left, right + 1)
    if (row > 0) pushRuns(open, mask, left - width, right - width, stack)
    if (row < (height - 1) * width) pushRuns(open, mask, left + width, right + width, stack)
  }
  return mask
}

function pushRuns(open: Uint8Array, mask: Uint8Array, from: number, to: number, stack: number[]): void {
  let inRun = false
  for (let index = from; index <= to; index += 1) {
    const free = open[index] === 1 && mask[index] === 0
    if (free && !inRun) stack.push(index)
    inRun = free
  }
}

/** Takes `reach` pixels off every border of the mask; the edge of the picture does not count as a border. */
function shrink(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  let current = mask
  for (let step = 0; step < reach; step += 1) {
    const before = current
    current = before.slice()
    forEachPixel(width, height, (index, x, y) => {
      if (before[index] === 0) return
      const walled =
        (x > 0 && before[index - 1] === 0) ||
        (x < width - 1 && before[index + 1] === 0) ||
        (y > 0 && before[index - width] === 0) ||
        (y < height - 1 && before[index + width] === 0)
      if (walled) current[index] = 0
    })
  }
  return current
}

/**
 * Gives back what `shrink` took: `reach` steps over sides, never out of `open`, then as many that only fill corners
 * (two sides already filled), which a shape grown over sides misses and which cannot run out through a gap.
 */
function growInside(mask: Uint8Array, open: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  let current = mask
  for (let step = 0; step < 2 * reach; step += 1) {
    const needed = step < reach ? 1 : 2
    const before = current
    current = before.slice()
    forEachPixel(width, height, (index, x, y) => {
      if (before[index] === 1 || open[index] === 0) return
      const sides =
        (x > 0 ? (before[index - 1] ?? 0) : 0) +
        (x < width - 1 ? (before[index + 1] ?? 0) : 0) +
        (y > 0 ? (before[index - width] ?? 0) : 0) +
        (y < height - 1 ? (before[index + width] ?? 0) : 0)
      if (sides >= needed) current[index] = 1
    })
  }
  return current
}

function forEachPixel(width: number, height: number, visit: (index: number, x: number, y: number) => void): void {
  for (let y = 0, index = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, index += 1) visit(index, x, y)
  }
}
