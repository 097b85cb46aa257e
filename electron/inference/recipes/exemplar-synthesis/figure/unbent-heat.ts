import type { ImageSize } from '../../../../contract/image-size.ts'
import type { ScalarMap } from '../../../../contract/scalar-map.ts'

/**
 * A heat map over a bent exemplar, laid back onto its photo: about as many cells, each with the greatest heat of what was taken
 * from there. What the bent exemplar does not show of the photo is cold.
 *
 * @param image size of the bent exemplar @param origins of its pixels, x and y in shares of the photo's sides
 */
export function unbentHeat(heat: ScalarMap, image: ImageSize, origins: Float32Array, photo: ImageSize): ScalarMap {
  const side = Math.sqrt((heat.width * heat.height) / (photo.width * photo.height))
  const width = Math.max(1, Math.round(photo.width * side))
  const height = Math.max(1, Math.round(photo.height * side))
  const data = new Float32Array(width * height)
  for (let y = 0, pixel = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++, pixel++) {
      const column = Math.floor((origins[pixel * 2] ?? NaN) * width)
      const row = Math.floor((origins[pixel * 2 + 1] ?? NaN) * height)
      if (!(column >= 0 && row >= 0 && column < width && row < height)) continue
      const cell =
        Math.floor((y * heat.height) / image.height) * heat.width + Math.floor((x * heat.width) / image.width)
      const at = row * width + column
      data[at] = Math.max(data[at] ?? 0, heat.data[cell] ?? 0)
    }
  return { width, height, data }
}
