import type { ImageSize } from '../../contract/image-size.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { loadSharp } from '../load-sharp.ts'
import { withDepth } from './photo-depth.ts'
import type { PhotoMetadata } from './photo-file.ts'
import { pngWithMetadata } from './png-metadata.ts'

/**
 * Pixels of a photo as a screen shows them: converted from the photo's profile to sRGB, transparency laid on white,
 * reduced to the size wanted.
 */
export async function displayPhoto(
  pixels: PhotoPixels,
  { icc }: Pick<PhotoMetadata, 'icc'>,
  { width, height }: ImageSize,
): Promise<RgbImage> {
  const sharp = await loadSharp()
  const raw = { width: pixels.width, height: pixels.height, channels: pixels.channels }
  // The library takes a profile only from a file, so the pixels become a quickly written one.
  const picture =
    icc === undefined
      ? sharp(withDepth(pixels, 8).data, { raw, limitInputPixels: false })
      : sharp(await quickPng(pixels, icc), { limitInputPixels: false })
  const { data } = await picture
    .flatten({ background: '#ffffff' })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width, height, data: new Uint8Array(data) }
}

async function quickPng(pixels: PhotoPixels, icc: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { width, height, channels, data } = pixels
  const picture = sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
  const png = data instanceof Uint16Array ? picture.toColourspace('rgb16') : picture
  return pngWithMetadata(await png.png({ compressionLevel: 1, adaptiveFiltering: false }).toBuffer(), { icc })
}

/** A rectangle of a photo that lies inside it, as a photo of its own. */
export function croppedPhoto(
  photo: PhotoPixels,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): PhotoPixels {
  const { channels, data } = photo
  const length = width * height * channels
  const cut = data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * photo.width + x) * channels
    cut.set(data.subarray(from, from + width * channels), row * width * channels)
  }
  return { width, height, channels, data: cut }
}
