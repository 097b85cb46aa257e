import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exemplarSize } from '../../../../../../electron/inference/recipes/exemplar-synthesis/exemplar-size.ts'

const sizes = { native: 256, multiple: 32, min: 64, max: 1024 }
const layout = { width: 256, height: 256 }

describe('exemplarSize', () => {
  // Catches width and height swapped, or a photo squashed to the layout's shape.
  it("keeps a photo's aspect at about the layout's area", () => {
    expect(exemplarSize({ width: 4000, height: 2000 }, layout, sizes)).toEqual({ width: 352, height: 192 })
  })

  it('squashes to the one size of a fixed pack, as the authors do', () => {
    const fixed = { width: 256, height: 256 }
    expect(exemplarSize({ width: 4000, height: 2000 }, layout, { ...sizes, fixed })).toEqual(fixed)
  })

  // A panorama of 8000 × 10 must not ask for zero or for ten thousand pixels a side.
  it('stays within the limits and multiples of the pack for any photo', () => {
    const side = fc.integer({ min: 1, max: 8192 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = exemplarSize({ width, height }, layout, sizes)
        for (const length of [size.width, size.height]) {
          expect(length % 32).toBe(0)
          expect(length).toBeGreaterThanOrEqual(64)
          expect(length).toBeLessThanOrEqual(1024)
        }
      }),
    )
  })
})
