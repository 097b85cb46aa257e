import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { Rect } from '../../model/raster/geometry.ts'

/** A rectangle enlarged on all sides but kept inside the document: what may look different after its pixels change. */
export function grownRect({ x, y, width, height }: Rect, by: number, document: ImageSize): Rect {
  const left = Math.max(0, x - by)
  const top = Math.max(0, y - by)
  return {
    x: left,
    y: top,
    width: Math.min(document.width, x + width + by) - left,
    height: Math.min(document.height, y + height + by) - top,
  }
}

/**
 * Makes painted pixels transparent unless another class is near, so that only outlines are left.
 *
 * @param data Class ids of the whole document
 * @param reach Width of the outline on each side, in pixels
 * @param out RGBA of the rectangle, changed in place
 */
export function clearInside(data: Uint8Array, document: ImageSize, rect: Rect, reach: number, out: Uint32Array): void {
  for (let y = 0; y < rect.height; y += 1)
    for (let x = 0; x < rect.width; x += 1)
      if (!isNearBorder(data, document, rect.x + x, rect.y + y, reach)) out[y * rect.width + x] = 0
}

function isNearBorder(data: Uint8Array, { width, height }: ImageSize, x: number, y: number, reach: number): boolean {
  const own = data[y * width + x]
  for (let step = 1; step <= reach; step += 1) {
    if (x >= step && data[y * width + x - step] !== own) return true
    if (x + step < width && data[y * width + x + step] !== own) return true
    if (y >= step && data[(y - step) * width + x] !== own) return true
    if (y + step < height && data[(y + step) * width + x] !== own) return true
  }
  return false
}
