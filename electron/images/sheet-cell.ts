import type { ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { loadSharp } from './load-sharp.ts'

/** The whole image, as large as the cell allows. Flat areas such as layouts stay flat at whole-number scales. */
export async function fitCell(image: RgbImage, cell: ImageSize): Promise<RgbImage> {
  return resize(image, cell, 'inside')
}

/** The middle of the image, cropped to fill the cell: rows of photos line up whatever their formats. */
export async function coverCell(image: RgbImage, cell: ImageSize): Promise<RgbImage> {
  return resize(image, cell, 'cover')
}

async function resize(image: RgbImage, cell: ImageSize, fit: 'inside' | 'cover'): Promise<RgbImage> {
  if (image.width === cell.width && image.height === cell.height) return image
  const sharp = await loadSharp()
  const { data, info } = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(cell.width, cell.height, { fit, kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}
