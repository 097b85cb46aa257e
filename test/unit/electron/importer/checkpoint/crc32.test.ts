import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { updateCrc32 } from '../../../../../electron/importer/checkpoint/bytes/crc32.ts'
import { latin1 } from './stored-zip.ts'

describe('updateCrc32', () => {
  it('gives the check value of the standard', () => {
    expect(updateCrc32(0, latin1('123456789'))).toBe(0xcbf43926)
    expect(updateCrc32(0, new Uint8Array(32).fill(0xff))).toBe(0xff6cab0b)
  })

  it('gives the same sum however the bytes are cut, or a long entry would seem damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat(50), (bytes, cut) => {
        const pieces = updateCrc32(updateCrc32(0, bytes.subarray(0, cut)), bytes.subarray(cut))
        expect(pieces).toBe(updateCrc32(0, bytes))
      }),
      { seed: 4 },
    )
  })
})
