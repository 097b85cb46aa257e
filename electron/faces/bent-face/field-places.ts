import type { ImageSize } from '../../contract/image-size.ts'
import type { BendField } from './bend-field.ts'

/** Where every pixel of a layout comes from in a photo: x and y in pixels of the photo, one after the other. */
export function fieldPlaces(
  { cells, places: field }: BendField,
  { width, height }: ImageSize,
  photo: ImageSize,
): Float32Array {
  const places = new Float32Array(width * height * 2)
  const corners = (cells + 1) * 2
  for (let y = 0, target = 0; y < height; y++) {
    const down = ((y + 0.5) * cells) / height
    const row = Math.min(Math.floor(down), cells - 1)
    const below = down - row
    for (let x = 0; x < width; x++, target += 2) {
      const right = ((x + 0.5) * cells) / width
      const column = Math.min(Math.floor(right), cells - 1)
      const beside = right - column
      const at = row * corners + column * 2
      for (let axis = 0; axis < 2; axis++) {
        const from = at + axis
        const upper = (field[from] ?? 0) * (1 - beside) + (field[from + 2] ?? 0) * beside
        const lower = (field[from + corners] ?? 0) * (1 - beside) + (field[from + corners + 2] ?? 0) * beside
        places[target + axis] = (upper * (1 - below) + lower * below) * (axis === 0 ? photo.width : photo.height)
      }
    }
  }
  return places
}
