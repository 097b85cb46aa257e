import * as zlib from 'node:zlib'

/** Node's own, which is far quicker, exists only from 20.15. */
const nativeCrc32 = 'crc32' in zlib ? zlib.crc32 : undefined

const TABLES = 8
const ENTRY_BYTES = 4
const TABLE_BYTES = 256 * ENTRY_BYTES

/** Eight tables: number n holds the remainders of a byte that n further bytes follow. */
const tables = makeTables()

function makeTables(): DataView {
  const view = new DataView(new ArrayBuffer(TABLES * TABLE_BYTES))
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = byte
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ ((remainder & 1) === 0 ? 0 : 0xedb88320)
    view.setInt32(byte * ENTRY_BYTES, remainder)
  }
  for (let place = TABLE_BYTES; place < view.byteLength; place += ENTRY_BYTES) {
    const shorter = view.getInt32(place - TABLE_BYTES)
    view.setInt32(place, (shorter >>> 8) ^ view.getInt32((shorter & 0xff) * ENTRY_BYTES))
  }
  return view
}

function remainderOf(byte: number, bytesAfter: number): number {
  return tables.getInt32(bytesAfter * TABLE_BYTES + byte * ENTRY_BYTES)
}

/** The remainders of four bytes, the first in the lowest place, that `bytesAfter` further bytes follow. */
function remainderOfWord(word: number, bytesAfter: number): number {
  return (
    remainderOf(word & 0xff, bytesAfter + 3) ^
    remainderOf((word >>> 8) & 0xff, bytesAfter + 2) ^
    remainderOf((word >>> 16) & 0xff, bytesAfter + 1) ^
    remainderOf(word >>> 24, bytesAfter)
  )
}

/** CRC-32 of ISO 3309, as zip and PNG use it; 0 .. 2^32 − 1. */
export function crc32(...parts: readonly Uint8Array[]): number {
  return parts.reduce(updateCrc32, 0)
}

/** Continues a CRC-32: `sum` is that of the bytes so far, 0 at the start. */
export function updateCrc32(sum: number, bytes: Uint8Array): number {
  return nativeCrc32 === undefined ? tableCrc32(sum, bytes) : nativeCrc32(bytes, sum)
}

/** The same for an older Node: eight bytes at a time, as a checkpoint has half a gigabyte of them. */
export function tableCrc32(sum: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let remainder = ~sum
  let place = 0
  for (; place + 8 <= bytes.length; place += 8) {
    const first = remainder ^ view.getInt32(place, true)
    remainder = remainderOfWord(first, 4) ^ remainderOfWord(view.getInt32(place + 4, true), 0)
  }
  for (; place < bytes.length; place += 1) {
    remainder = (remainder >>> 8) ^ remainderOf((remainder ^ view.getUint8(place)) & 0xff, 0)
  }
  return ~remainder >>> 0
}
