import type { ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { resizeFiltered } from './filtered-resize.ts'

/**
 * Stretches a photo to another size as Pillow's `BILINEAR` does, bit for bit. The edge condition needs it, since Canny reacts to
 * single levels.
 */
export function resizeBilinear(image: RgbImage, size: ImageSize): RgbImage {
  return resizeFiltered(image, size, { support: 1, weightAt: (distance) => Math.max(1 - Math.abs(distance), 0) })
}
