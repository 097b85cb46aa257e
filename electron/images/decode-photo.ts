import type { Metadata, Sharp } from 'sharp'
import { MAXIMUM_IMAGE_SIDE, type ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { ImageError } from './image-error.ts'
import { fitLongestSide } from './photo-scaling.ts'
import { checkPictureSize, MAX_PICTURE_PIXELS } from './picture-limits.ts'
import { loadSharp } from './load-sharp.ts'
import { damagedPhoto, readablePhoto } from './readable-photo.ts'

/** How a photo is decoded. */
export interface PhotoOptions {
  /** Pixels; larger photos are reduced (Lanczos) to this. The contract's limit unless given. */
  readonly longestSide?: number
  /** Hears one sentence about a photo that was read although something is wrong with its file. */
  readonly onNotice?: (message: string) => void
}

/**
 * Any photo as 8-bit sRGB: EXIF orientation applied, transparency laid on white, grey, 16-bit, CMYK
 * and wide-gamut pictures converted. Of an animation the first frame is taken.
 *
 * @param bytes the whole file
 * @param name the file's name for messages
 * @throws ImageError `not-an-image`, `damaged`, `unsupported` or `too-large` (from the header alone,
 * before pixels are allocated).
 */
export async function decodePhoto(bytes: Uint8Array, name: string, options: PhotoOptions = {}): Promise<RgbImage> {
  return (await decodeSizedPhoto(bytes, name, options)).image
}

/** A photo, perhaps reduced, and the size that it has in its file, upright. */
export interface DecodedPhoto {
  readonly image: RgbImage
  readonly whole: ImageSize
}

/** The same, with the size that the photo has in its file. @throws as `decodePhoto` */
export async function decodeSizedPhoto(
  bytes: Uint8Array,
  name: string,
  options: PhotoOptions = {},
): Promise<DecodedPhoto> {
  const readable = await readablePhoto(bytes, name)
  const sharp = await loadSharp()
  const picture = sharp(readable.bytes, { failOn: readable.failOn, limitInputPixels: MAX_PICTURE_PIXELS })
  const header = await readHeader(picture, name)
  checkPictureSize(name, header.width, header.height)
  const { width, height } = header.autoOrient
  const target = fitLongestSide({ width, height }, options.longestSide ?? MAXIMUM_IMAGE_SIDE)
  let pipeline = picture.autoOrient().flatten({ background: '#ffffff' })
  if (target.width !== width || target.height !== height) {
    pipeline = pipeline.resize(target.width, target.height, { fit: 'fill', kernel: 'lanczos3' })
  }
  try {
    const { data, info } = await pipeline
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (readable.notice !== undefined) options.onNotice?.(readable.notice)
    // A copy: sharp's buffer is a Node Buffer, and the contract wants a plain Uint8Array of its own.
    const image = { width: info.width, height: info.height, data: new Uint8Array(data) }
    return { image, whole: { width, height } }
  } catch (error) {
    throw damagedPhoto(name, error)
  }
}

async function readHeader(picture: Sharp, name: string): Promise<Metadata> {
  try {
    return await picture.metadata()
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw new ImageError('too-large', `${name} has more than 100 megapixels: scale it down first.`, { cause: error })
    }
    throw damagedPhoto(name, error)
  }
}
