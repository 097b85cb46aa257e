import type { BytePlane } from '../dense-channels.ts'

/** 1 on every pixel that differs from its left, right, upper or lower neighbour, 0 elsewhere; both sides of a border count. */
export function partOutline(mask: BytePlane): Uint8Array {
  const { width, height, data } = mask
  const outline = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const value = data[pixel]
      if (x + 1 < width && data[pixel + 1] !== value) {
        outline[pixel] = 1
        outline[pixel + 1] = 1
      }
      if (y + 1 < height && data[pixel + width] !== value) {
        outline[pixel] = 1
        outline[pixel + width] = 1
      }
    }
  return outline
}
