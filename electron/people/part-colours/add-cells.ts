import type { RgbImage } from '../../contract/rgb-image.ts'

/**
 * The picture plus a map of cells stretched over it, bilinear between the cells' middles.
 *
 * @param moved rows × columns × 3, levels
 * @param shares how much of that each pixel gets, 0..1; everything unless given
 */
export function withCells(
  { width, height, data }: RgbImage,
  moved: Float32Array,
  columns: number,
  rows: number,
  shares?: Float32Array,
): RgbImage {
  const result = new Uint8ClampedArray(data.length)
  for (let y = 0; y < height; y++) {
    const row = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1)
    const top = Math.floor(row)
    const down = row - top
    const [upper, lower] = [top * columns, Math.min(top + 1, rows - 1) * columns]
    for (let x = 0; x < width; x++) {
      const column = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1)
      const left = Math.floor(column)
      const across = column - left
      const right = Math.min(left + 1, columns - 1)
      const share = shares === undefined ? 1 : (shares[y * width + x] ?? 0)
      const at = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const above =
          (moved[(upper + left) * 3 + channel] ?? 0) * (1 - across) +
          (moved[(upper + right) * 3 + channel] ?? 0) * across
        const below =
          (moved[(lower + left) * 3 + channel] ?? 0) * (1 - across) +
          (moved[(lower + right) * 3 + channel] ?? 0) * across
        result[at + channel] = (data[at + channel] ?? 0) + (above * (1 - down) + below * down) * share
      }
    }
  }
  return { width, height, data: new Uint8Array(result.buffer) }
}
