import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resizeNearest } from '../../../../electron/resampling/nearest.ts'

describe('resizeNearest', () => {
  it('samples pixel centres as Pillow does (the upper-left rule shifts layouts by half a pixel)', () => {
    const row = { width: 6, height: 1, data: Uint8Array.from([0, 1, 2, 3, 4, 5]) }
    expect([...resizeNearest(row, { width: 2, height: 1 }).data]).toEqual([1, 4])
    expect([...resizeNearest(row, { width: 3, height: 1 }).data]).toEqual([1, 3, 5])
  })

  it('enlarges every pixel to an equal block', () => {
    const square = { width: 2, height: 2, data: Uint8Array.from([7, 8, 9, 10]) }
    expect([...resizeNearest(square, { width: 4, height: 4 }).data]).toEqual([
      7, 7, 8, 8, 7, 7, 8, 8, 9, 9, 10, 10, 9, 9, 10, 10,
    ])
  })

  it('never invents an id and shrinks an enlarged map back to itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(255)),
        (width, height, factor, stream) => {
          const data = Uint8Array.from({ length: width * height }, () => Number(stream.next().value))
          const large = resizeNearest({ width, height, data }, { width: width * factor, height: height * factor })
          expect(new Set(large.data)).toEqual(new Set(data))
          expect(resizeNearest(large, { width, height }).data).toEqual(data)
        },
      ),
    )
  })

  it('refuses a size that is no size', () => {
    expect(() => resizeNearest({ width: 1, height: 1, data: new Uint8Array(1) }, { width: 0, height: 3 })).toThrow(
      RangeError,
    )
  })
})
