const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})

/** CRC-32 of ISO 3309, as zip and PNG use it; 0 .. 2^32 − 1. (Node's own exists only from 20.15.) */
export function crc32(...parts: readonly Uint8Array[]): number {
  let remainder = 0xffffffff
  for (const part of parts) {
    for (const byte of part) remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8)
  }
  return (remainder ^ 0xffffffff) >>> 0
}
