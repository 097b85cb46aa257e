import { deflateSync } from 'node:zlib'
import { crc32 } from '../../files/checksum.ts'
import { PNG_SIGNATURE_BYTES } from '../png/png-chunks.ts'
import type { PhotoMetadata } from './photo-file.ts'

/** Signature and the IHDR chunk, after which a profile has to stand. */
const HEADER_BYTES = PNG_SIGNATURE_BYTES + 25

/** A PNG with profile (iCCP), Exif (eXIf) and XMP (iTXt) chunks, as the PNG specification, third edition, stores them. */
export function pngWithMetadata(png: Uint8Array, { icc, exif, xmp }: PhotoMetadata): Uint8Array {
  const chunks = [
    ...(icc === undefined ? [] : [chunk('iCCP', Buffer.from('ICC profile\0\0', 'latin1'), deflateSync(icc))]),
    ...(exif === undefined ? [] : [chunk('eXIf', exif)]),
    ...(xmp === undefined ? [] : [chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), xmp)]),
  ]
  return new Uint8Array(Buffer.concat([png.subarray(0, HEADER_BYTES), ...chunks, png.subarray(HEADER_BYTES)]))
}

function chunk(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length - 4, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
