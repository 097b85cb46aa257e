import type { Rectangle } from '../contract/photo-patch.ts'
import type { ChangedRegion } from './changed-region.ts'

/** Room around what changes, as a share of its size and in pixels: coarse patches must fit to what stays around them. */
const ROOM_SHARE = 0.1
const ROOM = 32

/**
 * The part of a window in which pixels change, with some room around it: only there is detail made, while the light is joined
 * over the whole window.
 *
 * @param window in pixels of the photo
 */
export function changedPlace(
  { width, height, whole }: ChangedRegion,
  window: Rectangle,
  photo: { readonly width: number; readonly height: number },
): Rectangle {
  const scaleX = photo.width / width
  const scaleY = photo.height / height
  let left = width
  let right = -1
  let top = height
  let bottom = -1
  const endX = Math.min(width, Math.ceil((window.x + window.width) / scaleX))
  const endY = Math.min(height, Math.ceil((window.y + window.height) / scaleY))
  for (let y = Math.floor(window.y / scaleY); y < endY; y++)
    for (let x = Math.floor(window.x / scaleX); x < endX; x++) {
      if (whole[y * width + x] !== 1) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  if (right < left) return window
  const room = ROOM + ROOM_SHARE * Math.sqrt((right + 1 - left) * scaleX * (bottom + 1 - top) * scaleY)
  const x = Math.max(window.x, Math.floor(left * scaleX - room))
  const y = Math.max(window.y, Math.floor(top * scaleY - room))
  return {
    x,
    y,
    width: Math.min(window.x + window.width, Math.ceil((right + 1) * scaleX + room)) - x,
    height: Math.min(window.y + window.height, Math.ceil((bottom + 1) * scaleY + room)) - y,
  }
}
