import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resizeLabels } from '../../../../electron/images/resize-labels.ts'

describe('resizeLabels', () => {
  it('samples pixel centres as Pillow does (the upper-left rule shifts layouts by half a pixel)', () => {
    const row = { width: 6, height: 1, data: Uint8Array.from([0, 1, 2, 3, 4, 5]) }
    expect([...resizeLabels(row, 2, 1).data]).toEqual([1, 4])
    expect([...resizeLabels(row, 3, 1).data]).toEqual([1, 3, 5])
  })

  it('enlarges every pixel to an equal block', () => {
    const square = { width: 2, height: 2, data: Uint8Array.from([7, 8, 9, 10]) }
    expect([...resizeLabels(square, 4, 4).data]).toEqual([7, 7, 8, 8, 7, 7, 8, 8, 9, 9, 10, 10, 9, 9, 10, 10])
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
          const large = resizeLabels({ width, height, data }, width * factor, height * factor)
          expect(new Set(large.data)).toEqual(new Set(data))
          expect(resizeLabels(large, width, height).data).toEqual(data)
        },
      ),
    )
  })

  it('refuses a size that is no size', () => {
    expect(() => resizeLabels({ width: 1, height: 1, data: new Uint8Array(1) }, 0, 3)).toThrow(RangeError)
  })
})
