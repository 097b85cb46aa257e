import type { Metadata, Sharp } from 'sharp'
import { MAXIMUM_PHOTO_PIXELS, type PhotoPixels } from '../../contract/photo-pixels.ts'
import { ImageError } from '../image-error.ts'
import { loadSharp } from '../load-sharp.ts'
import { pictureFormat } from '../picture-format.ts'
import { damagedPhoto, readablePhoto } from '../readable-photo.ts'
import type { PhotoFile, PhotoMetadata } from './photo-file.ts'

/**
 * A photo at its own size, depth and colour space, for edits that leave untouched pixels as they are: values are not
 * converted by the profile, which is handed on. The EXIF orientation is applied. Grey and palette pictures become RGB,
 * CMYK ones sRGB (their profile has then done its work), transparency is kept.
 *
 * @param file the whole file
 * @param name the file's name for messages
 * @throws ImageError `not-an-image`, `damaged`, `unsupported` or `too-large` (above 50 megapixels, from the header alone)
 */
export async function decodeFullPhoto(file: Uint8Array, name: string): Promise<PhotoFile> {
  const { bytes, failOn } = await readablePhoto(file, name)
  const sharp = await loadSharp()
  const header = await readHeader(sharp(bytes, { failOn, limitInputPixels: false }), name)
  const { width, height } = header
  if (width * height > MAXIMUM_PHOTO_PIXELS) {
    throw new ImageError(
      'too-large',
      `${name} is ${width}×${height} pixels (${Math.round((width * height) / 1_000_000)} megapixels); photos of up to 50 megapixels can be edited, so scale it down first.`,
    )
  }
  const ownColours = header.space !== 'cmyk' && header.channels >= 3
  const deep = isDeep(header, bytes, name)
  try {
    const { data, info } = await sharp(bytes, { failOn, limitInputPixels: false, ignoreIcc: ownColours })
      .autoOrient()
      .toColourspace(deep ? 'rgb16' : 'srgb')
      .raw({ depth: deep ? 'ushort' : 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const pixels: PhotoPixels = {
      width: info.width,
      height: info.height,
      channels: info.channels === 4 ? 4 : 3,
      data: deep ? wordsOf(data) : new Uint8Array(data),
    }
    return { pixels, metadata: metadataOf(header, ownColours) }
  } catch (error) {
    throw damagedPhoto(name, error)
  }
}

async function readHeader(picture: Sharp, name: string): Promise<Metadata> {
  try {
    return await picture.metadata()
  } catch (error) {
    throw damagedPhoto(name, error)
  }
}

/** Whether the values have 16 bits. @throws ImageError `unsupported` for floating point and wider integers */
function isDeep({ depth, bitsPerSample }: Metadata, bytes: Uint8Array, name: string): boolean {
  if (depth === 'uchar') return false
  if (depth === 'ushort') return true
  const format = pictureFormat(bytes)?.toUpperCase() ?? 'picture'
  throw new ImageError(
    'unsupported',
    `${name} is a ${format} with ${depth} values of ${bitsPerSample ?? 32} bits; save it with 8 or 16 bits a channel.`,
  )
}

/** sharp gives 16-bit values as bytes in the machine's order; the copy is aligned and of its own. */
function wordsOf(data: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(data).buffer)
}

function metadataOf({ icc, exif, xmp }: Metadata, ownColours: boolean): PhotoMetadata {
  return {
    ...(icc === undefined || !ownColours ? {} : { icc: new Uint8Array(icc) }),
    ...(exif === undefined ? {} : { exif: withoutPrefix(new Uint8Array(exif)) }),
    ...(xmp === undefined ? {} : { xmp: new Uint8Array(xmp) }),
  }
}

const EXIF_PREFIX = [0x45, 0x78, 0x69, 0x66, 0, 0]

function withoutPrefix(exif: Uint8Array): Uint8Array {
  return EXIF_PREFIX.every((byte, index) => exif[index] === byte) ? exif.slice(EXIF_PREFIX.length) : exif
}
