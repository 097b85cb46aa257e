const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/**
 * Whether a JPEG has its end marker (FF D9). Segments are stepped over by their lengths, since thumbnails inside them have ends
 * of their own; what follows the end, such as a phone's trailer, does not matter (ITU-T T.81, annex B).
 */
export function hasJpegEnd(bytes: Uint8Array): boolean {
  let position = 2
  while (position + 1 < bytes.length) {
    const marker = bytes[position + 1] ?? 0
    if (bytes[position] !== 0xff || marker === 0xff) position++
    else if (marker === END_OF_IMAGE) return true
    else {
      position += 2 + (((bytes[position + 2] ?? 0) << 8) | (bytes[position + 3] ?? 0))
      if (marker === START_OF_SCAN) position = endOfScan(bytes, position)
    }
  }
  return false
}

/** The next marker that ends a scan: in its data, FF 00 is a value and FF D0 to D7 are restarts. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let position = bytes.indexOf(0xff, start); position !== -1; position = bytes.indexOf(0xff, position + 1)) {
    const next = bytes[position + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return position
  }
  return bytes.length
}
