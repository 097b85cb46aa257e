import type { LabelMap } from '../contract/label-map.ts'
import { ImageError } from './image-error.ts'
import { pictureFormat } from './picture-format.ts'
import { checkPictureSize } from './picture-limits.ts'
import { PNG_COLOUR_TYPE, readPngHeader, type PngHeader } from './png/png-header.ts'
import { readPngSamples, type PngSamples } from './png/png-samples.ts'

/**
 * A mask: 1 wherever a PNG shows any colour but black, else 0. A mask is a picture, so colours count and not the numbers they
 * are stored as: a palette is looked up, every bit depth is read, and a fully transparent pixel counts as black.
 *
 * @throws ImageError `unsupported` for other formats, `damaged` or `too-large`.
 */
export function decodeMask(bytes: Uint8Array, name: string): LabelMap {
  if (pictureFormat(bytes) !== 'png')
    throw new ImageError('unsupported', `${name} is not a PNG: save the mask as a black-and-white PNG.`)
  const header = readPngHeader(bytes)
  if (header === undefined) throw damaged(name)
  const { width, height } = header
  checkPictureSize(name, width, height)
  const png = readPngSamples(bytes, header)
  if (png === undefined) throw damaged(name)
  const isInside = header.colourType === PNG_COLOUR_TYPE.indexed ? paletteTest(png) : sampleTest(png, header)
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, pixel) => (isInside(pixel) ? 1 : 0)) }
}

type PixelTest = (pixel: number) => boolean

/** By the colour and alpha of each palette entry; an index beyond the palette shows black, as viewers draw it. */
function paletteTest({ samples, palette = new Uint8Array(), transparency }: PngSamples): PixelTest {
  const entries = Array.from({ length: 256 }, (_, index) => {
    const colour = palette.subarray(index * 3, index * 3 + 3)
    return colour.some((value) => value !== 0) && transparency?.[index] !== 0
  })
  return (pixel) => entries[samples[pixel] ?? 0] ?? false
}

function sampleTest({ samples, channels, transparency }: PngSamples, { colourType }: PngHeader): PixelTest {
  const hasAlpha = colourType === PNG_COLOUR_TYPE.greyAlpha || colourType === PNG_COLOUR_TYPE.rgbAlpha
  const colours = hasAlpha ? channels - 1 : channels
  const clear = transparency === undefined || hasAlpha ? undefined : transparentColour(transparency)
  return (pixel) => {
    const offset = pixel * channels
    if (hasAlpha && samples[offset + colours] === 0) return false
    const colour = samples.subarray(offset, offset + colours)
    return colour.some((value) => value !== 0) && clear?.every((value, index) => colour[index] === value) !== true
  }
}

/** The one colour of a grey or RGB picture that is transparent; it is stored with 16 bits whatever the picture has. */
function transparentColour(transparency: Uint8Array): readonly number[] {
  return Array.from(
    { length: transparency.length >> 1 },
    (_, index) => ((transparency[index * 2] ?? 0) << 8) | (transparency[index * 2 + 1] ?? 0),
  )
}

function damaged(name: string): ImageError {
  return new ImageError('damaged', `${name} is damaged or cut short: save or copy the mask again.`)
}
