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
  const share = rampOf(region, cellsOf(region, window, photo))
  const mask = new Float32Array(window.width * window.height)
  const columns = new Int32Array(window.width)
  const lefts = new Int32Array(window.width)
  const parts = new Float64Array(window.width)
  for (let x = 0; x < window.width; x++) {
    const across = clamp(((window.x + x + 0.5) * region.width) / photo.width - 0.5, region.width - 1)
    const left = Math.min(Math.floor(across), Math.max(0, region.width - 2))
    lefts[x] = left
    parts[x] = across - left
    columns[x] = Math.min(region.width - 1, Math.floor(((window.x + x) * region.width) / photo.width))
  }
  const below = region.height > 1 ? region.width : 0
  const right = region.width > 1 ? 1 : 0
  for (let y = 0, out = 0; y < window.height; y++) {
    const place = clamp(((window.y + y + 0.5) * region.height) / photo.height - 0.5, region.height - 1)
    const top = Math.min(Math.floor(place), Math.max(0, region.height - 2))
    const down = place - top
    // Sampling between cells reaches half a cell past the region: what is shown as unchanged has to be unchanged.
    const cell = Math.min(region.height - 1, Math.floor(((window.y + y) * region.height) / photo.height)) * region.width
    for (let x = 0; x < window.width; x++, out++) {
      if (region.whole[cell + (columns[x] ?? 0)] !== 1) continue
      const part = parts[x] ?? 0
      const at = top * region.width + (lefts[x] ?? 0)
      const upper = (share[at] ?? 0) * (1 - part) + (share[at + right] ?? 0) * part
      const lower = (share[at + below] ?? 0) * (1 - part) + (share[at + below + right] ?? 0) * part
      mask[out] = upper * (1 - down) + lower * down
    }
  }
  return mask
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

/** Over the surroundings: distance from the region's outside against distance from what was changed. */
function rampOf({ width, height, core, whole, feather = 1 }: ChangedRegion, cells: Cells): Float32Array {
  const fromOutside = distances(whole, 0, width, height, cells)
  const fromCore = distances(core, 1, width, height, cells)
  const ramp = new Float32Array(width * height)
  for (let y = cells.top; y < cells.bottom; y++)
    for (let at = y * width + cells.left; at < y * width + cells.right; at++) {
      if (core[at] === 1) ramp[at] = 1
      else if (whole[at] === 1) {
        const way = (fromOutside[at] ?? 0) / ((fromOutside[at] ?? 0) + (fromCore[at] ?? 0))
        const share = feather > 0 ? Math.min(1, way / feather) : 1
        ramp[at] = share * share * (3 - 2 * share)
      }
    }
  return ramp
}

/** City-block distance, in pixels, from the nearest pixel that has the value (Rosenfeld and Pfaltz 1966, two passes). */
function distances(
  mask: Uint8Array,
  value: 0 | 1,
  width: number,
  height: number,
  { left, top, right, bottom }: Cells,
): Float32Array {
  const result = new Float32Array(mask.length)
  const far = width + height
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      if (mask[at] === value) continue
      const above = y > top ? (result[at - width] ?? far) : far
      const before = x > left ? (result[at - 1] ?? far) : far
      result[at] = (above < before ? above : before) + 1
    }
  for (let y = bottom - 1; y >= top; y--)
    for (let x = right - 1, at = y * width + right - 1; x >= left; x--, at--) {
      const below = y < bottom - 1 ? (result[at + width] ?? far) : far
      const after = x < right - 1 ? (result[at + 1] ?? far) : far
      const nearer = (below < after ? below : after) + 1
      if (nearer < (result[at] ?? far)) result[at] = nearer
    }
  return result
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
