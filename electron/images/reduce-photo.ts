import type { RgbImage } from '../contract/rgb-image.ts'
import { loadSharp } from './load-sharp.ts'
import { fitLongestSide } from './photo-scaling.ts'

/** A picture reduced to a longest side in pixels (Lanczos, as photos are when they are decoded); itself when it is small enough. */
export async function reducePhoto(image: RgbImage, longestSide: number): Promise<RgbImage> {
  const { width, height } = fitLongestSide(image, longestSide)
  if (width === image.width && height === image.height) return image
  const sharp = await loadSharp()
  const { data } = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data: new Uint8Array(data) }
}
