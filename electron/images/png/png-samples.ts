import { constants, inflateSync } from 'node:zlib'
import { readPngChunks } from './png-chunks.ts'
import { PNG_COLOUR_TYPE, type PngHeader } from './png-header.ts'
import { pngPasses, samplesPerPixel, type PngPass } from './png-passes.ts'
import { unfilterRow } from './png-unfilter.ts'

/** A PNG's samples exactly as stored: no palette applied, no colour management, no scaling to 8 bits. */
export interface PngSamples {
  readonly channels: number
  /** width · height · channels values, interleaved; palette indices for indexed files. */
  readonly samples: Uint8Array | Uint16Array
  /** Red, green and blue of each palette entry in turn, 0..255. */
  readonly palette: Uint8Array | undefined
  /** The tRNS chunk: alpha by palette index, or the one colour that is transparent (16-bit big-endian samples). */
  readonly transparency: Uint8Array | undefined
}

/** Some writers leave a few bytes after the pixels; a file that holds much more was made to fill the memory. */
const SLACK_BYTES = 64 * 1024

/**
 * Reads every kind of PNG: all colour types and depths, interlaced or not. No more is unpacked than the header declares.
 *
 * @returns undefined when the file is damaged or cut short, or is no valid PNG at all
 */
export function readPngSamples(bytes: Uint8Array, header: PngHeader): PngSamples | undefined {
  const channels = samplesPerPixel(header.colourType)
  if (channels === undefined || !isValidDepth(header)) return undefined
  const chunks = readPngChunks(bytes)
  // A file without its end was cut short, even if all pixels should be there.
  if (chunks?.at(-1)?.type !== 'IEND') return undefined
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const rows = unpack(packed, header)
  const samples = rows === undefined ? undefined : readSamples(rows, header, channels)
  if (samples === undefined) return undefined
  const dataOf = (wanted: string): Uint8Array | undefined => chunks.find(({ type }) => type === wanted)?.data
  const palette = dataOf('PLTE')
  if (header.colourType === PNG_COLOUR_TYPE.indexed && palette === undefined) return undefined
  return { channels, samples, palette, transparency: dataOf('tRNS') }
}

/** W3C PNG specification, table 11.1. */
function isValidDepth({ bitDepth, colourType }: PngHeader): boolean {
  if (bitDepth === 8) return true
  if (bitDepth === 16) return colourType !== PNG_COLOUR_TYPE.indexed
  const packs = colourType === PNG_COLOUR_TYPE.grey || colourType === PNG_COLOUR_TYPE.indexed
  return packs && (bitDepth === 1 || bitDepth === 2 || bitDepth === 4)
}

/** The rows with their filters, or undefined when they cannot be unpacked or are far more than the header declares. */
function unpack(packed: Uint8Array, header: PngHeader): Uint8Array | undefined {
  const declared = pngPasses(header).reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0)
  try {
    return inflateSync(packed, { maxOutputLength: declared + SLACK_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}

function readSamples(rows: Uint8Array, header: PngHeader, channels: number): Uint8Array | Uint16Array | undefined {
  const { width, height, bitDepth } = header
  const length = width * height * channels
  const samples = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length)
  const step = Math.max(1, (bitDepth * channels) >> 3)
  let position = 0
  for (const pass of pngPasses(header)) {
    let above: Uint8Array = new Uint8Array(pass.rowBytes)
    for (let row = 0; row < pass.rows; row++) {
      const filter = rows[position] ?? 0
      const line = rows.subarray(position + 1, position + 1 + pass.rowBytes)
      if (line.length < pass.rowBytes || !unfilterRow(filter, line, above, step)) return undefined
      placeRow(line, row, pass, header, channels, samples)
      above = line
      position += 1 + pass.rowBytes
    }
  }
  return samples
}

/** Puts the samples of one row of a pass where they belong in the picture. */
function placeRow(
  line: Uint8Array,
  row: number,
  pass: PngPass,
  { width, bitDepth }: PngHeader,
  channels: number,
  samples: Uint8Array | Uint16Array,
): void {
  const start = (pass.y + row * pass.yStep) * width
  if (bitDepth === 8 && pass.xStep === 1) {
    samples.set(line, start * channels)
    return
  }
  for (let column = 0; column < pass.columns; column++) {
    const target = (start + pass.x + column * pass.xStep) * channels
    for (let channel = 0; channel < channels; channel++)
      samples[target + channel] = sampleAt(line, column * channels + channel, bitDepth)
  }
}

/** Samples below 8 bits are packed from the high bits of a byte, those of 16 bits are big-endian. */
function sampleAt(line: Uint8Array, index: number, bitDepth: number): number {
  if (bitDepth === 8) return line[index] ?? 0
  if (bitDepth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0)
  const bit = index * bitDepth
  return ((line[bit >> 3] ?? 0) >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1)
}
