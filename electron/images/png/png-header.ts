/** PNG colour types (W3C PNG specification, table 11.1). */
export const PNG_COLOUR_TYPE = {
  grey: 0,
  rgb: 2,
  indexed: 3,
  greyAlpha: 4,
  rgbAlpha: 6,
} as const

/** What a PNG's IHDR chunk declares; nothing here has been checked against the pixel data. */
export interface PngHeader {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Bits per sample or per palette index: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number
  /** One of PNG_COLOUR_TYPE in a valid file. */
  readonly colourType: number
  /** Adam7: the pixels come in seven passes, from coarse to fine. */
  readonly interlaced: boolean
}

/** Signature (8), chunk length (4), chunk type (4), IHDR data (13). */
const HEADER_BYTES = 29

/**
 * Reads the header of a file that begins with the PNG signature. It is read by hand because an
 * image library wants valid pixel data before it tells the size, and the size decides whether we
 * let the library near the file at all.
 *
 * @returns undefined when the file is too short or does not begin with IHDR.
 */
export function readPngHeader(bytes: Uint8Array): PngHeader | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES)
  const IHDR = 0x49484452
  if (view.getUint32(12) !== IHDR) return undefined
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: view.getUint8(24),
    colourType: view.getUint8(25),
    interlaced: view.getUint8(28) === 1,
  }
}
