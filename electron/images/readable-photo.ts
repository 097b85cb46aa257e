import { heicToTiff } from './heic/heic-to-tiff.ts'
import { ImageError } from './image-error.ts'
import { hasJpegEnd } from './jpeg-end.ts'
import { pictureFormat } from './picture-format.ts'
import { checkPictureSize } from './picture-limits.ts'
import { readPngHeader } from './png/png-header.ts'

/** A photo's bytes in a form that the image library reads. */
export interface ReadablePhoto {
  readonly bytes: Uint8Array
  /** What the library must not forgive: `error` lets the harmless warnings of old cameras pass. */
  readonly failOn: 'error' | 'warning'
  /** One sentence for the user, once the pixels turn out to be whole. */
  readonly notice?: string
}

/**
 * Checks a photo by its first bytes and turns what the image library cannot read into something it can: a HEIC becomes a TIFF,
 * and a JPEG that lacks its end marker gets one. The latter is read strictly, so that it passes only if no pixel is missing.
 *
 * @throws ImageError `not-an-image`, `damaged`, `unsupported` or `too-large`
 */
export async function readablePhoto(bytes: Uint8Array, name: string): Promise<ReadablePhoto> {
  const format = pictureFormat(bytes)
  if (format === undefined) {
    throw new ImageError(
      'not-an-image',
      `${name} is not a picture that Cocanvas can read: use a JPEG, PNG, WebP, TIFF, HEIC, AVIF or GIF.`,
    )
  }
  if (format === 'svg' || format === 'bmp') {
    throw new ImageError(
      'unsupported',
      `${name} is a file of type ${format.toUpperCase()}, which Cocanvas cannot open: save it as JPEG or PNG.`,
    )
  }
  if (format === 'heic') return { bytes: await heicToTiff(bytes, name), failOn: 'error' }
  if (format === 'png') {
    // The image library wants pixel data before it tells a PNG's size; the size decides whether it may have them.
    const header = readPngHeader(bytes)
    if (header === undefined) throw damagedPhoto(name)
    checkPictureSize(name, header.width, header.height)
  }
  if (format === 'jpeg' && !hasJpegEnd(bytes)) {
    return {
      bytes: Buffer.concat([bytes, Uint8Array.of(0xff, 0xd9)]),
      failOn: 'warning',
      notice: `${name} lacks its end marker, so it was probably cut short while copying; all of its pixels are there.`,
    }
  }
  return { bytes, failOn: 'error' }
}

/** What is said of pixels that cannot be decoded. */
export function damagedPhoto(name: string, cause?: unknown): ImageError {
  return new ImageError('damaged', `${name} is damaged or cut short: save or copy the picture again.`, { cause })
}
