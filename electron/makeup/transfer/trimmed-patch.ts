import type { PhotoPatch } from '../../contract/photo-patch.ts'

/**
 * A patch cut to the box of what it changes, so that lips alone do not send the whole face between processes. A patch that
 * changes nothing keeps its first pixel.
 */
export function trimmedPatch(patch: PhotoPatch, channels: number): PhotoPatch {
  const { window, data, mask } = patch
  const { left, top, right, bottom } = changedBox(mask, window.width)
  const width = Math.max(1, right - left)
  const height = Math.max(1, bottom - top)
  if (width === window.width && height === window.height) return patch
  const length = width * height * channels
  const cut = data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
  const cutMask = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (top + row) * window.width + left
    cut.set(data.subarray(from * channels, (from + width) * channels), row * width * channels)
    cutMask.set(mask.subarray(from, from + width), row * width)
  }
  return { window: { x: window.x + left, y: window.y + top, width, height }, data: cut, mask: cutMask }
}

/** Right and bottom are exclusive; all 0 where nothing changes. */
function changedBox(mask: Uint8Array, width: number): { left: number; top: number; right: number; bottom: number } {
  let [left, right, top, bottom] = [width, 0, -1, 0]
  for (let start = 0; start < mask.length; start += width) {
    const row = mask.subarray(start, start + width)
    const first = row.findIndex((value) => value > 0)
    if (first < 0) continue
    if (top < 0) top = start / width
    bottom = start / width + 1
    left = Math.min(left, first)
    right = Math.max(right, row.findLastIndex((value) => value > 0) + 1)
  }
  return top < 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom }
}
