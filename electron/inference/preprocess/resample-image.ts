import type { ImageSize } from '../../contract/image-size.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { resizeFiltered } from '../../resampling/filtered-resize.ts'

/**
 * Resizes an image as Pillow's `BICUBIC` (a = −0.5) does, bit for bit: the authors' code prepares photos so, and our networks are
 * trained on photos prepared so.
 */
export function resampleImage(image: RgbImage, size: ImageSize): RgbImage {
  return resizeFiltered(image, size, { support: 2, weightAt: bicubic })
}

/** Keys' cubic with a = −0.5. */
function bicubic(distance: number): number {
  const a = -0.5
  const x = Math.abs(distance)
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a
  return 0
}
