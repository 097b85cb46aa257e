import type { RgbImage } from '../../contract/rgb-image.ts'
import type { BytePlane } from '../dense-channels.ts'

/** Luma (ITU-R 601) in 16-bit fixed point, rounded: bit for bit what Pillow's `convert("L")` gives. */
export function greyImage(image: RgbImage): BytePlane {
  const { width, height, data } = image
  const grey = new Uint8Array(width * height)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const red = data[pixel * 3] ?? 0
    const green = data[pixel * 3 + 1] ?? 0
    const blue = data[pixel * 3 + 2] ?? 0
    grey[pixel] = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16
  }
  return { width, height, data: grey }
}
