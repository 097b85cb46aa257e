import type { PhotoMetadata } from './photo-file.ts'

/** Longest content of a segment: its length, 65535, counts its own two bytes. */
const SEGMENT_BYTES = 65533
const ICC_PREFIX_BYTES = 14

/**
 * A JPEG with Exif, XMP and profile segments behind its start marker. Exif or XMP too long for one segment (64 KB) are
 * left out: no JPEG reader would find them elsewhere.
 */
export function jpegWithMetadata(jpeg: Uint8Array, { icc, exif, xmp }: PhotoMetadata): Uint8Array {
  const segments = [
    ...(exif === undefined ? [] : wholeSegment(0xe1, 'Exif\0\0', exif)),
    ...(xmp === undefined ? [] : wholeSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp)),
    ...(icc === undefined ? [] : profileSegments(icc)),
  ]
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]))
}

function wholeSegment(marker: number, prefix: string, content: Uint8Array): readonly Uint8Array[] {
  const body = Buffer.concat([Buffer.from(prefix, 'latin1'), content])
  return body.length > SEGMENT_BYTES ? [] : [segment(marker, body)]
}

/** ICC.1:2022, annex B.4: the profile in numbered pieces. */
function profileSegments(icc: Uint8Array): readonly Uint8Array[] {
  const room = SEGMENT_BYTES - ICC_PREFIX_BYTES
  const pieces = Math.ceil(icc.length / room)
  return Array.from({ length: pieces }, (_, index) =>
    segment(
      0xe2,
      Buffer.concat([
        Buffer.from('ICC_PROFILE\0', 'latin1'),
        Uint8Array.of(index + 1, pieces),
        icc.subarray(index * room, (index + 1) * room),
      ]),
    ),
  )
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body])
}
