import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sameBytes } from '../../same-bytes.ts'
import { decodeRuns, encodeRuns } from '../../../../../renderer/model/raster/run-length.ts'

describe('run lengths', () => {
  it('give back any bytes (a wrong run limit would corrupt undo silently)', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 400 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(runs, (pairs) => {
        const values = Uint8Array.from(pairs.flatMap(([value, count]) => Array.from({ length: count }, () => value)))
        expect(sameBytes(decodeRuns(encodeRuns(values), values.length), values)).toBe(true)
      }),
    )
  })

  it('give back bytes without any run, longer than one literal block', () => {
    const values = Uint8Array.from({ length: 1000 }, (_, index) => (index * 37) % 256)
    expect(decodeRuns(encodeRuns(values), values.length)).toEqual(values)
  })

  it('make a tile of one class tiny (history would outgrow its bound otherwise)', () => {
    expect(encodeRuns(new Uint8Array(4096).fill(3)).length).toBeLessThan(70)
  })

  it('refuse bytes that end early instead of giving zeros', () => {
    const encoded = encodeRuns(new Uint8Array(300).fill(9))
    expect(() => decodeRuns(encoded.subarray(0, 2), 300)).toThrow(RangeError)
  })
})
