import { constants, inflateSync } from 'node:zlib'
import { fileFailureCode } from './file-failure.ts'
import { PNG_SIGNATURE_BYTES, readPngChunks } from './png-chunks.ts'
import { PNG_COLOUR_TYPE, type PngHeader } from './png-header.ts'

/** What a layout's pixels need; the rest (profiles, texts, animation) could hold anything and means nothing here. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

const SAMPLES: Readonly<Record<number, number>> = {
  [PNG_COLOUR_TYPE.grey]: 1,
  [PNG_COLOUR_TYPE.rgb]: 3,
  [PNG_COLOUR_TYPE.indexed]: 1,
  [PNG_COLOUR_TYPE.greyAlpha]: 2,
  [PNG_COLOUR_TYPE.rgbAlpha]: 4,
}

/**
 * A PNG reduced to what its pixels need, once it is known that they unpack to no more than its header declares: a small file
 * can hold gigabytes of zeros, and a decoder would unpack them all before it counts.
 *
 * @returns undefined when it holds more, or cannot be unpacked at all
 */
export function modestPng(bytes: Uint8Array, header: PngHeader): Uint8Array | undefined {
  const chunks = readPngChunks(bytes)
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  if (!unpacksTo(packed, largestVolume(header))) return undefined
  const needed = chunks.filter(({ type }) => NEEDED.has(type)).map(({ whole }) => whole)
  // What a cut file lacks is for the decoder to miss.
  return Buffer.concat([bytes.subarray(0, PNG_SIGNATURE_BYTES), ...needed])
}

/** Bytes of all rows with their filters; interlaced pictures have up to twice as many rows. */
function largestVolume({ width, height, bitDepth, colourType }: PngHeader): number {
  const rowBytes = Math.ceil((width * bitDepth * (SAMPLES[colourType] ?? 4)) / 8)
  return (rowBytes + 8) * (height + 8) * 2
}

function unpacksTo(packed: Uint8Array, bytes: number): boolean {
  try {
    inflateSync(packed, { maxOutputLength: bytes, finishFlush: constants.Z_SYNC_FLUSH })
    return true
  } catch (error) {
    // An empty stream is no bomb; the decoder says what is wrong with it.
    return fileFailureCode(error) === 'Z_BUF_ERROR'
  }
}
