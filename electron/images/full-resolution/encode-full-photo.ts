import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'
import { loadSharp } from '../load-sharp.ts'
import { encodeTiff } from './encode-tiff.ts'
import { readExif, writeExif } from './exif-directories.ts'
import { jpegWithMetadata } from './jpeg-metadata.ts'
import { withDepth } from './photo-depth.ts'
import type { PhotoFile, PhotoMetadata } from './photo-file.ts'
import { pngWithMetadata } from './png-metadata.ts'

/** How a photo is written. PNG and TIFF keep every value; JPEG has 8 bits, no transparency, and loses a little. */
export type PhotoEncoding =
  | { readonly format: 'png' }
  | { readonly format: 'tiff' }
  /** `quality` 1..100; colours are not thinned out from 90 on. */
  | { readonly format: 'jpeg'; readonly quality: number }

/**
 * A photo as a file, with its profile, Exif (upright, without thumbnail) and XMP. Values are written as they are: the
 * profile describes them already.
 */
export async function encodeFullPhoto({ pixels, metadata }: PhotoFile, encoding: PhotoEncoding): Promise<Uint8Array> {
  const exif = metadata.exif === undefined ? undefined : readExif(metadata.exif, pixels)
  if (encoding.format === 'tiff') return encodeTiff(pixels, metadata, exif)
  const upright: PhotoMetadata = {
    ...(metadata.icc === undefined ? {} : { icc: metadata.icc }),
    ...(metadata.xmp === undefined ? {} : { xmp: metadata.xmp }),
    ...(exif === undefined ? {} : { exif: writeExif(exif) }),
  }
  return encoding.format === 'png'
    ? pngWithMetadata(await encodePng(pixels), upright)
    : jpegWithMetadata(await encodeJpeg(pixels, encoding.quality), upright)
}

async function encodePng(pixels: PhotoPixels): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const picture = sharp(pixels.data, { raw: rawShape(pixels), limitInputPixels: false })
  const png = photoDepth(pixels) === 16 ? picture.toColourspace('rgb16') : picture
  return png.png({ compressionLevel: 6, adaptiveFiltering: true, palette: false }).toBuffer()
}

async function encodeJpeg(pixels: PhotoPixels, quality: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const eight = withDepth(pixels, 8)
  return sharp(eight.data, { raw: rawShape(pixels), limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, chromaSubsampling: quality >= 90 ? '4:4:4' : '4:2:0' })
    .toBuffer()
}

function rawShape({ width, height, channels }: PhotoPixels): { width: number; height: number; channels: 3 | 4 } {
  return { width, height, channels }
}
