import type { ImageEncoding } from '../../contract/image-file.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { loadSharp } from '../../images/load-sharp.ts'
import { withPngText } from './png-text.ts'

/** A picture as a PNG or JPEG file. */
export async function encodeImage(image: RgbImage, encoding: ImageEncoding): Promise<Uint8Array> {
  if (encoding.format === 'png') return withPngText(await encodePhotoPng(image), encoding.text ?? {})
  const sharp = await loadSharp()
  const { width, height, data } = image
  const picture = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
  return new Uint8Array(await picture.jpeg({ quality: encoding.quality, chromaSubsampling: '4:4:4' }).toBuffer())
}
