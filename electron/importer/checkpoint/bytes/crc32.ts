const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1)
    remainder = (remainder & 1) === 0 ? remainder >>> 1 : (remainder >>> 1) ^ 0xedb88320
  return remainder
})

/**
 * Continues the CRC-32 of a zip entry: `crc` is the sum so far (0 at the start).
 * Our own because node:zlib has it only from Node 20.15 on.
 */
export function updateCrc32(crc: number, bytes: Uint8Array): number {
  let remainder = ~crc
  for (const byte of bytes) remainder = (TABLE[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8)
  return ~remainder >>> 0
}
