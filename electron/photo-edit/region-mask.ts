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
  const share = rampOf(region)
  const mask = new Float32Array(window.width * window.height)
  for (let y = 0, out = 0; y < window.height; y++) {
    const place = clamp(((window.y + y + 0.5) * region.height) / photo.height - 0.5, region.height - 1)
    const top = Math.min(Math.floor(place), Math.max(0, region.height - 2))
    const down = place - top
    const below = region.height > 1 ? region.width : 0
    for (let x = 0; x < window.width; x++, out++) {
      const across = clamp(((window.x + x + 0.5) * region.width) / photo.width - 0.5, region.width - 1)
      const left = Math.min(Math.floor(across), Math.max(0, region.width - 2))
      const right = region.width > 1 ? 1 : 0
      const part = across - left
      const at = top * region.width + left
      const upper = (share[at] ?? 0) * (1 - part) + (share[at + right] ?? 0) * part
      const lower = (share[at + below] ?? 0) * (1 - part) + (share[at + below + right] ?? 0) * part
      // Sampling between cells reaches half a cell past the region: what is shown as unchanged has to be unchanged.
      const cell =
        Math.min(region.height - 1, Math.floor(((window.y + y) * region.height) / photo.height)) * region.width
      const inside =
        region.whole[cell + Math.min(region.width - 1, Math.floor(((window.x + x) * region.width) / photo.width))]
      mask[out] = inside === 1 ? upper * (1 - down) + lower * down : 0
    }
  }
  return mask
}

/** Over the surroundings: distance from the region's outside against distance from what was changed. */
function rampOf({ width, height, core, whole, feather = 1 }: ChangedRegion): Float32Array {
  const fromOutside = distances(whole, 0, width, height)
  const fromCore = distances(core, 1, width, height)
  const ramp = new Float32Array(width * height)
  for (let at = 0; at < ramp.length; at++) {
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
function distances(mask: Uint8Array, value: 0 | 1, width: number, height: number): Float32Array {
  const result = new Float32Array(mask.length)
  const far = width + height
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (mask[at] === value) continue
      const above = y > 0 ? (result[at - width] ?? far) : far
      const left = x > 0 ? (result[at - 1] ?? far) : far
      result[at] = Math.min(above, left) + 1
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x
      const below = y < height - 1 ? (result[at + width] ?? far) : far
      const right = x < width - 1 ? (result[at + 1] ?? far) : far
      result[at] = Math.min(result[at] ?? far, Math.min(below, right) + 1)
    }
  return result
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
