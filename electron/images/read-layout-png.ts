import { decode, type DecodedPng } from 'fast-png'
import { ImageError } from './image-error.ts'
import { modestPng } from './modest-png.ts'
import { checkPictureSize } from './picture-limits.ts'
import { PNG_COLOUR_TYPE, readPngHeader, type PngHeader } from './png-header.ts'

/** The pixels of a layout file exactly as stored, before they mean anything. */
export type LayoutPixels =
  | {
      readonly kind: 'values'
      readonly width: number
      readonly height: number
      /** Grey value or palette index per pixel, 0..255. */
      readonly values: Uint8Array
      /** Palette colours (0..255 each) by index, for indexed files. */
      readonly palette?: readonly (readonly number[])[]
    }
  | {
      readonly kind: 'colours'
      readonly width: number
      readonly height: number
      /** Interleaved RGB, 3 bytes per pixel. */
      readonly rgb: Uint8Array
    }

/**
 * Reads a PNG's stored values with nothing converted: palette indices stay indices, and no colour
 * management touches the palette colours of an RGB layout.
 *
 * @throws ImageError `too-large`, `damaged`, or `unsupported` (16-bit samples, transparent pixels).
 */
export function readLayoutPng(bytes: Uint8Array, name: string): LayoutPixels {
  const header = readPngHeader(bytes)
  if (header === undefined) throw damaged(name)
  checkPictureSize(name, header.width, header.height)
  checkDepth(header, name)
  const modest = modestPng(bytes, header)
  if (modest === undefined) throw damaged(name)
  const png = decodeStored(modest, name)
  const { width, height } = png
  if (png.channels >= 3) return { kind: 'colours', width, height, rgb: withoutAlpha(png, 3, name) }
  if (png.channels === 2) return { kind: 'values', width, height, values: withoutAlpha(png, 1, name) }
  const values = unpackSamples(Uint8Array.from(png.data), width, height, header.bitDepth)
  return { kind: 'values', width, height, values, ...(png.palette === undefined ? {} : { palette: png.palette }) }
}

function checkDepth(header: PngHeader, name: string): void {
  if (header.bitDepth === 16) {
    throw new ImageError(
      'unsupported',
      `${name} has 16 bits per sample, but class ids fit in 8: save the layout as an 8-bit PNG.`,
    )
  }
  if (header.bitDepth < 8 && header.colourType === PNG_COLOUR_TYPE.grey) {
    throw new ImageError(
      'unsupported',
      `${name} is a grey PNG of ${String(header.bitDepth)} bits per pixel, whose values are shades and not class ids: save the layout as an 8-bit PNG.`,
    )
  }
}

function decodeStored(bytes: Uint8Array, name: string): DecodedPng {
  try {
    return decode(bytes, { checkCrc: true })
  } catch (error) {
    throw damaged(name, error)
  }
}

/** Drops an alpha channel that says nothing; a transparent pixel would have no class. */
function withoutAlpha(png: DecodedPng, colourChannels: 1 | 3, name: string): Uint8Array {
  if (png.channels === colourChannels) return Uint8Array.from(png.data)
  const { width, height, channels } = png
  const values = new Uint8Array(width * height * colourChannels)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const offset = pixel * channels
    if (png.data[offset + colourChannels] !== 255) {
      throw new ImageError(
        'unsupported',
        `${name} has transparent pixels, the first at x ${String(pixel % width)}, y ${String(Math.floor(pixel / width))}: fill them with a class and save without transparency.`,
      )
    }
    for (let channel = 0; channel < colourChannels; channel++) {
      values[pixel * colourChannels + channel] = png.data[offset + channel] ?? 0
    }
  }
  return values
}

/** Palette indices of 1, 2 or 4 bits, packed from the high bits and padded per row, as one byte each. */
function unpackSamples(data: Uint8Array, width: number, height: number, bits: number): Uint8Array {
  if (bits === 8) return data
  const perByte = 8 / bits
  const stride = Math.ceil(width / perByte)
  const mask = (1 << bits) - 1
  const values = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const packed = data[y * stride + Math.floor(x / perByte)] ?? 0
      values[y * width + x] = (packed >> (8 - bits * ((x % perByte) + 1))) & mask
    }
  }
  return values
}

function damaged(name: string, cause?: unknown): ImageError {
  return new ImageError('damaged', `${name} is damaged or cut short: save or copy the layout again.`, { cause })
}
