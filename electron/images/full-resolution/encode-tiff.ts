import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'
import {
  bytesEntry,
  longEntry,
  shortEntry,
  writeDirectories,
  type ExifDirectories,
  type ExifEntry,
} from './exif-directories.ts'
import type { PhotoMetadata } from './photo-file.ts'

const deflateAsync = promisify(deflate)
const STRIP_BYTES = 1 << 20

/**
 * A little-endian TIFF 6.0 with deflated strips and a horizontal predictor. It is written by hand because the image
 * library can write a profile only by converting to it, and no Exif directories at all.
 */
export async function encodeTiff(
  photo: PhotoPixels,
  { icc, xmp }: PhotoMetadata,
  exif: ExifDirectories | undefined,
): Promise<Uint8Array> {
  const { width, height, channels } = photo
  const depth = photoDepth(photo)
  const rowsPerStrip = Math.max(1, Math.floor(STRIP_BYTES / (width * channels * (depth / 8))))
  const strips: Uint8Array[] = []
  for (let row = 0; row < height; row += rowsPerStrip)
    strips.push(await deflateAsync(differences(photo, row, Math.min(row + rowsPerStrip, height))))
  const offsets: number[] = []
  let end = 8
  for (const strip of strips) {
    offsets.push(end)
    end += strip.length
  }
  end += end % 2
  const alpha: readonly ExifEntry[] = channels === 4 ? [shortEntry(338, 2)] : []
  const entries = [
    longEntry(256, width),
    longEntry(257, height),
    shortEntry(258, ...Array.from({ length: channels }, () => depth)),
    shortEntry(259, 8),
    shortEntry(262, 2),
    longEntry(273, ...offsets),
    shortEntry(277, channels),
    longEntry(278, rowsPerStrip),
    longEntry(279, ...strips.map(({ length }) => length)),
    shortEntry(317, 2),
    ...alpha,
    ...(xmp === undefined ? [] : [bytesEntry(700, 1, xmp)]),
    ...(icc === undefined ? [] : [bytesEntry(34675, 7, icc)]),
  ]
  const directories = writeDirectories(
    exif ?? { picture: [shortEntry(274, 1)], camera: [], position: [] },
    entries,
    end,
  )
  const file = new Uint8Array(end + directories.length)
  file.set([0x49, 0x49, 42, 0])
  new DataView(file.buffer).setUint32(4, end, true)
  strips.forEach((strip, index) => {
    file.set(strip, offsets[index] ?? 0)
  })
  file.set(directories, end)
  return file
}

/** Rows as differences of each value from its left neighbour's, little-endian (TIFF 6.0, section 14). */
function differences({ width, channels, data }: PhotoPixels, from: number, to: number): Uint8Array {
  const rowLength = width * channels
  const first = from * rowLength
  const length = (to - from) * rowLength
  const values = data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
  for (let row = 0; row < length; row += rowLength)
    for (let at = 0; at < rowLength; at++) {
      const here = first + row + at
      values[row + at] = at < channels ? (data[here] ?? 0) : (data[here] ?? 0) - (data[here - channels] ?? 0)
    }
  const bytes = new Uint8Array(values.buffer)
  return values instanceof Uint16Array && !LITTLE_ENDIAN ? Buffer.from(bytes).swap16() : bytes
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
