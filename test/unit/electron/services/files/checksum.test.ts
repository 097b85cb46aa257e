import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32, tableCrc32 } from '../../../../../electron/services/files/checksum.ts'

// Bug it would catch: projects that one version of Node writes and another one calls damaged.
it('is the same with and without Node’s own', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (parts) => {
      expect(crc32(...parts)).toBe(tableCrc32(parts))
    }),
  )
})
