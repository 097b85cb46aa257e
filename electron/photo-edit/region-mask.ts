import type { ChangedRegion } from './changed-region.ts'
import type { Rectangle } from '../contract/photo-patch.ts'

/**
 * How far each pixel of a window is replaced, 0..1: 0 outside the region (there the photo's own values stay), 1 over what
 * was changed, and in the surroundings rising from the region's border inwards.
 */
export function regionMask(
  region: ChangedRegion,
  window: Rectangle,
  photo: { readonly width: number; readonly height: number },
): Float32Array {
  const cells = cellsOf(region, window, photo)
  const ramp = rampOf(region, cells)
  const columns = Array.from({ length: window.width }, (_, x) => sampleAt(window.x + x, region.width, photo.width))
  const lefts = Int32Array.from(columns, ({ first }) => first - cells.left)
  const parts = Float64Array.from(columns, ({ part }) => part)
  const below = region.height > 1 ? cells.right - cells.left : 0
  const right = region.width > 1 ? 1 : 0
  const own = Int32Array.from(columns, ({ own: cell }) => cell)
  const mask = new Float32Array(window.width * window.height)
  for (let y = 0; y < window.height; y++) {
    const { first, part: down, own: row } = sampleAt(window.y + y, region.height, photo.height)
    const from = (first - cells.top) * (cells.right - cells.left)
    // Sampling between cells reaches half a cell past the region: what is shown as unchanged has to be unchanged.
    const whole = region.whole.subarray(row * region.width, (row + 1) * region.width)
    sampleRow({ ramp, from, right, below, down, lefts, parts, own, whole }, mask, y * window.width)
  }
  return mask
}

/** Where a pixel lies among the cells along one side: the first of two cells that it is sampled between, and its own. */
function sampleAt(
  pixel: number,
  cells: number,
  pixels: number,
): { readonly first: number; readonly part: number; readonly own: number } {
  const place = clamp(((pixel + 0.5) * cells) / pixels - 0.5, cells - 1)
  const first = Math.min(Math.floor(place), Math.max(0, cells - 2))
  return { first, part: place - first, own: Math.min(cells - 1, Math.floor((pixel * cells) / pixels)) }
}

/** A row of pixels and what it is sampled from. */
interface SampledRow {
  readonly ramp: Float32Array
  /** Where the upper row of cells begins, and the steps to the cells beside and below. */
  readonly from: number
  readonly right: number
  readonly below: number
  readonly down: number
  readonly lefts: Int32Array
  readonly parts: Float64Array
  /** Each pixel's own cell, and the region's row of cells. */
  readonly own: Int32Array
  readonly whole: Uint8Array
}

function sampleRow(
  { ramp, from, right, below, down, lefts, parts, own, whole }: SampledRow,
  mask: Float32Array,
  start: number,
): void {
  for (let x = 0; x < own.length; x++) {
    if (whole[own[x] ?? 0] !== 1) continue
    const part = parts[x] ?? 0
    const at = from + (lefts[x] ?? 0)
    const upper = (ramp[at] ?? 0) * (1 - part) + (ramp[at + right] ?? 0) * part
    const lower = (ramp[at + below] ?? 0) * (1 - part) + (ramp[at + below + right] ?? 0) * part
    mask[start + x] = upper * (1 - down) + lower * down
  }
}

/** Cells of a region, ends not included. */
interface Cells {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The cells that a window's mask depends on: those under it, and as many around them as the region grows by. */
function cellsOf(
  { width, height, reach }: ChangedRegion,
  window: Rectangle,
  photo: { readonly width: number; readonly height: number },
): Cells {
  const around = reach + 2
  return {
    left: Math.max(0, Math.floor((window.x * width) / photo.width) - around),
    top: Math.max(0, Math.floor((window.y * height) / photo.height) - around),
    right: Math.min(width, Math.ceil(((window.x + window.width) * width) / photo.width) + around),
    bottom: Math.min(height, Math.ceil(((window.y + window.height) * height) / photo.height) + around),
  }
}

/** Over the surroundings: distance from the region's outside against distance from what was changed. Only of some cells. */
function rampOf({ width, height, core, whole, feather = 1 }: ChangedRegion, cells: Cells): Float32Array {
  const across = cells.right - cells.left
  const down = cells.bottom - cells.top
  const changed = cellsIn(core, width, cells)
  const made = cellsIn(whole, width, cells)
  const fromOutside = distances(made, 0, across, down, width + height)
  const fromCore = distances(changed, 1, across, down, width + height)
  const ramp = new Float32Array(across * down)
  for (let at = 0; at < ramp.length; at++) {
    if (changed[at] === 1) ramp[at] = 1
    else if (made[at] === 1) {
      const way = (fromOutside[at] ?? 0) / ((fromOutside[at] ?? 0) + (fromCore[at] ?? 0))
      const share = feather > 0 ? Math.min(1, way / feather) : 1
      ramp[at] = share * share * (3 - 2 * share)
    }
  }
  return ramp
}

function cellsIn(mask: Uint8Array, width: number, { left, top, right, bottom }: Cells): Uint8Array {
  const part = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++)
    part.set(mask.subarray(y * width + left, y * width + right), (y - top) * (right - left))
  return part
}

/**
 * City-block distance, in pixels, from the nearest pixel that has the value (Rosenfeld and Pfaltz 1966, two passes).
 *
 * @param far where no pixel has it
 */
function distances(mask: Uint8Array, value: 0 | 1, width: number, height: number, far: number): Float32Array {
  const result = new Float32Array(mask.length)
  for (let y = 0; y < height; y++) distancesDown(mask, value, width, y, far, result)
  for (let y = height - 1; y >= 0; y--) distancesUp(width, y, y === height - 1, far, result)
  return result
}

/** One row's distances from what lies above it and on its left. */
function distancesDown(
  mask: Uint8Array,
  value: 0 | 1,
  width: number,
  y: number,
  far: number,
  result: Float32Array,
): void {
  for (let x = 0, at = y * width; x < width; x++, at++) {
    if (mask[at] === value) continue
    const above = y > 0 ? (result[at - width] ?? far) : far
    const before = x > 0 ? (result[at - 1] ?? far) : far
    result[at] = (above < before ? above : before) + 1
  }
}

/** The same from what lies below and on its right, where that is nearer. */
function distancesUp(width: number, y: number, isLast: boolean, far: number, result: Float32Array): void {
  for (let x = width - 1, at = y * width + width - 1; x >= 0; x--, at--) {
    const below = isLast ? far : (result[at + width] ?? far)
    const after = x < width - 1 ? (result[at + 1] ?? far) : far
    const nearer = (below < after ? below : after) + 1
    if (nearer < (result[at] ?? far)) result[at] = nearer
  }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
