import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, tableCrc32, updateCrc32 } from '../../../../electron/files/checksum.ts'

const CHECKED = new TextEncoder().encode('123456789')

describe('CRC-32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(CHECKED)).toBe(0xcbf43926)
    expect(tableCrc32(0, CHECKED)).toBe(0xcbf43926)
    expect(tableCrc32(0, new Uint8Array(32).fill(0xff))).toBe(0xff6cab0b)
  })

  // Bugs it would catch: a long entry that seems damaged because it is read in pieces, and projects that one version of Node
  // writes and another one calls damaged.
  it('is the same however the bytes are cut, with and without Node’s own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat(50), (bytes, cut) => {
        const [head, tail] = [bytes.subarray(0, cut), bytes.subarray(cut)]
        const whole = crc32(bytes)
        expect(updateCrc32(updateCrc32(0, head), tail)).toBe(whole)
        expect(tableCrc32(tableCrc32(0, head), tail)).toBe(whole)
        expect(crc32(head, tail)).toBe(whole)
      }),
      { seed: 4 },
    )
  })
})
