import type { BytePlane } from '../dense-channels.ts'

/** 1 on every pixel that differs from its left, right, upper or lower neighbour, 0 elsewhere; both sides of a border count. */
export function partOutline(mask: BytePlane): Uint8Array {
  const { width, height, data } = mask
  const outline = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const last = y * width + width - 1
    for (let pixel = y * width; pixel < last; pixel++)
      if (data[pixel] !== data[pixel + 1]) {
        outline[pixel] = 1
        outline[pixel + 1] = 1
      }
  }
  const lastRow = data.length - width
  for (let pixel = 0; pixel < lastRow; pixel++)
    if (data[pixel] !== data[pixel + width]) {
      outline[pixel] = 1
      outline[pixel + width] = 1
    }
  return outline
}
