import { crc32 } from '../../files/checksum.ts'

/** Signature and IHDR: text chunks may follow directly after them. */
const HEADER_BYTES = 8 + 25

/** A PNG with iTXt chunks (PNG specification 11.3.4.5), uncompressed, so that any reader finds them. */
export function withPngText(png: Uint8Array, text: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(text).map(([keyword, value]) => textChunk(keyword, value))
  return new Uint8Array(Buffer.concat([png.subarray(0, HEADER_BYTES), ...chunks, png.subarray(HEADER_BYTES)]))
}

function textChunk(keyword: string, value: string): Uint8Array {
  // Keyword, terminator, not compressed, method 0, no language, no translated keyword, text.
  const content = Buffer.concat([
    Buffer.from(`iTXt${keyword}`, 'latin1'),
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(value, 'utf8'),
  ])
  const chunk = Buffer.alloc(content.length + 8)
  chunk.writeUInt32BE(content.length - 4, 0)
  chunk.set(content, 4)
  chunk.writeUInt32BE(crc32(content), content.length + 4)
  return chunk
}
