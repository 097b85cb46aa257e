import type { RgbImage } from '../../contract/rgb-image.ts'
import { loadSharp } from '../../images/load-sharp.ts'

/** Longest side of a thumbnail in pixels: twice the size of a library tile, for sharp screens. */
export const THUMBNAIL_SIDE = 320

/** A JPEG of an already reduced picture. */
export async function encodeThumbnail(image: RgbImage): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { width, height, data } = image
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 82 })
      .toBuffer(),
  )
}
