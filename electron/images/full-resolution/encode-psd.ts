import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'
import type { PhotoMetadata } from './photo-file.ts'

/** A layer of a Photoshop file. */
export interface PsdLayer {
  readonly name: string
  /** Place of its top left corner. */
  readonly x: number
  readonly y: number
  /** At the file's depth; a fourth channel is its transparency. */
  readonly pixels: PhotoPixels
  readonly hidden: boolean
}

const COLOUR_CHANNELS = [0, 1, 2]
const ALPHA_CHANNEL = -1
const RGB_MODE = 3
const ICC_RESOURCE = 1039
const HIDDEN_FLAG = 2

/**
 * A Photoshop file of 8 or 16 bits (Adobe Photoshop File Formats Specification, 2019) with uncompressed layers. It is written
 * by hand because the library for PSD knows neither 16 bits nor profiles.
 *
 * @param flat what programs show that know no layers; its depth is the file's
 * @param layers from the bottom up, of the same depth
 */
export function encodePsd(
  flat: PhotoPixels,
  layers: readonly PsdLayer[],
  { icc }: Pick<PhotoMetadata, 'icc'>,
): Uint8Array {
  const deep = photoDepth(flat) === 16
  const info = layerInfo(layers)
  // Layers of 16 bits lie in a block of their own; the place of the others then stays empty.
  const layerSection = deep
    ? [longs(0), longs(0), ascii('8BIMLr16'), longs(bytesIn(info)), ...info]
    : [longs(bytesIn(info)), ...info, longs(0)]
  const resources =
    icc === undefined
      ? []
      : [ascii('8BIM'), words(ICC_RESOURCE, 0), longs(icc.length), icc, new Uint8Array(icc.length % 2)]
  const colours = flat.channels === 4 ? 4 : 3
  return joined([
    ascii('8BPS'),
    words(1, 0, 0, 0, colours),
    longs(flat.height, flat.width),
    words(photoDepth(flat), RGB_MODE),
    longs(0),
    longs(bytesIn(resources)),
    ...resources,
    longs(bytesIn(layerSection)),
    ...layerSection,
    words(0),
    ...Array.from({ length: colours }, (_, channel) => plane(flat, channel)),
  ])
}

/** Layer count, records and pixels, to a length that is a multiple of four. */
function layerInfo(layers: readonly PsdLayer[]): readonly Uint8Array[] {
  const pixels = layers.flatMap((layer) =>
    channelsOf(layer).flatMap(({ place }) => [words(0), plane(layer.pixels, place)]),
  )
  const parts = [words(layers.length), ...layers.flatMap((layer) => record(layer)), ...pixels]
  return [...parts, new Uint8Array((4 - (bytesIn(parts) % 4)) % 4)]
}

function channelsOf({ pixels }: PsdLayer): readonly { readonly id: number; readonly place: number }[] {
  const colours = COLOUR_CHANNELS.map((id) => ({ id, place: id }))
  return pixels.channels === 4 ? [{ id: ALPHA_CHANNEL, place: 3 }, ...colours] : colours
}

function record(layer: PsdLayer): readonly Uint8Array[] {
  const { name, x, y, pixels, hidden } = layer
  const channels = channelsOf(layer)
  const length = pixels.width * pixels.height * (photoDepth(pixels) / 8) + 2
  const unicode = unicodeName(name)
  const extra = [longs(0), longs(0), shortName(name), ascii('8BIMluni'), longs(unicode.length), unicode]
  return [
    longs(y, x, y + pixels.height, x + pixels.width),
    words(channels.length),
    ...channels.flatMap(({ id }) => [words(id & 0xffff), longs(length)]),
    ascii('8BIMnorm'),
    Uint8Array.of(255, 0, hidden ? HIDDEN_FLAG : 0, 0),
    longs(bytesIn(extra)),
    ...extra,
  ]
}

/** One byte a letter for old programs, padded to a multiple of four with its length byte. */
function shortName(name: string): Uint8Array {
  const letters = name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200)
  const bytes = new Uint8Array(Math.ceil((letters.length + 1) / 4) * 4)
  bytes[0] = letters.length
  bytes.set(ascii(letters), 1)
  return bytes
}

function unicodeName(name: string): Uint8Array {
  const letters = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at))
  const bytes = joined([longs(letters.length), words(...letters)])
  return joined([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])
}

/** One channel, row by row, big-endian. */
function plane({ width, height, channels, data }: PhotoPixels, channel: number): Uint8Array {
  const deep = data instanceof Uint16Array
  const bytes = new Uint8Array(width * height * (deep ? 2 : 1))
  for (let from = channel, to = 0; to < bytes.length; from += channels) {
    const value = data[from] ?? 0
    if (deep) bytes[to++] = value >> 8
    bytes[to++] = value & 0xff
  }
  return bytes
}

function bytesIn(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(bytesIn(parts))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  return all
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function words(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >> 8, value & 0xff]))
}

function longs(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]),
  )
}
