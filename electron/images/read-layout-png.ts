import { ImageError } from './image-error.ts'
import { checkPictureSize } from './picture-limits.ts'
import { PNG_COLOUR_TYPE, readPngHeader, type PngHeader } from './png/png-header.ts'
import { readPngSamples, type PngSamples } from './png/png-samples.ts'

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
  const { width, height } = header
  checkPictureSize(name, width, height)
  checkDepth(header, name)
  const png = readPngSamples(bytes, header)
  if (png === undefined) throw damaged(name)
  if (png.channels >= 3) return { kind: 'colours', width, height, rgb: withoutAlpha(png, header, 3, name) }
  const values = withoutAlpha(png, header, 1, name)
  if (header.colourType !== PNG_COLOUR_TYPE.indexed || png.palette === undefined)
    return { kind: 'values', width, height, values }
  return { kind: 'values', width, height, values, palette: paletteColours(png.palette) }
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
      `${name} is a grey PNG of ${String(header.bitDepth)} bits per pixel, whose values are shades and not class ids: save the layout as an 8-bit grey or indexed PNG.`,
    )
  }
}

/** Drops an alpha channel that says nothing; a transparent pixel would have no class. */
function withoutAlpha(
  { channels, samples }: PngSamples,
  { width, height }: PngHeader,
  colourChannels: 1 | 3,
  name: string,
): Uint8Array {
  if (channels === colourChannels) return Uint8Array.from(samples)
  const values = new Uint8Array(width * height * colourChannels)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const offset = pixel * channels
    if (samples[offset + colourChannels] !== 255) {
      throw new ImageError(
        'unsupported',
        `${name} has transparent pixels, the first at x ${String(pixel % width)}, y ${String(Math.floor(pixel / width))}: fill them with a class and save without transparency.`,
      )
    }
    for (let channel = 0; channel < colourChannels; channel++) {
      values[pixel * colourChannels + channel] = samples[offset + channel] ?? 0
    }
  }
  return values
}

function paletteColours(palette: Uint8Array): readonly (readonly number[])[] {
  return Array.from({ length: Math.floor(palette.length / 3) }, (_, index) => [
    ...palette.subarray(index * 3, index * 3 + 3),
  ])
}

function damaged(name: string): ImageError {
  return new ImageError('damaged', `${name} is damaged or cut short: save or copy the layout again.`)
}
