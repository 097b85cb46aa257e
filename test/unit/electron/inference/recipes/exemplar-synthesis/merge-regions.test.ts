import { describe, expect, it } from 'vitest'
import {
  mergeNamed,
  mergeOverLayout,
} from '../../../../../../electron/inference/recipes/exemplar-synthesis/merge-regions.ts'
import type { TensorValue } from '../../../../../../electron/contract/tensor.ts'

/** [1,2,side,side]: every value says whose it is and where. */
function over(side: number, owner: number): TensorValue {
  const data = Float32Array.from({ length: 2 * side * side }, (_, at) => owner * 1000 + at)
  return { dtype: 'float32', shape: [1, 2, side, side], data }
}

/** The right half of a layout of 4 × 4 is the first region, its lowest row the second. */
const map = {
  width: 4,
  height: 4,
  data: Uint8Array.from({ length: 16 }, (_, place) => (place >= 12 ? 2 : place % 4 >= 2 ? 1 : 0)),
}

describe('merging what exemplars give', () => {
  // Catches channels that are mixed up, rows read as columns, and outlines that shift between resolutions.
  it.each([4, 8, 2])(
    'takes each place of a map of %i a side, in every channel, from the exemplar named there',
    (side) => {
      const merged = mergeOverLayout([over(side, 0), over(side, 1), over(side, 2)], map)
      merged.data.forEach((value, at) => {
        const place = at % (side * side)
        const x = Math.floor((((place % side) + 0.5) * 4) / side)
        const y = Math.floor(((Math.floor(place / side) + 0.5) * 4) / side)
        expect(value).toBe((map.data[4 * y + x] ?? 0) * 1000 + at)
      })
    },
  )

  it('leaves its inputs as they were, for they lie in the cache', () => {
    const first = over(4, 0)
    const before = first.data.slice()
    mergeOverLayout([first, over(4, 1)], { ...map, data: map.data.map((index) => Math.min(index, 1)) })
    expect(first.data).toEqual(before)
  })

  it('merges only the names asked for, and lets an exemplar without any place be missing', () => {
    const named = (owner: number): Map<string, TensorValue> =>
      new Map([
        ['warp', over(2, owner)],
        ['code', over(4, owner)],
      ])
    const ones = { width: 1, height: 1, data: Uint8Array.of(2) }
    const merged = mergeNamed([named(0), undefined, named(2)], ones, new Set(['warp']))
    expect(merged.get('warp')?.data).toEqual(over(2, 2).data)
    expect(merged.get('code')?.data).toEqual(over(4, 0).data)
  })

  it('refuses tensors that do not lie over the layout alike', () => {
    expect(() => mergeOverLayout([over(4, 0), over(2, 1)], map)).toThrow(RangeError)
    const flat: TensorValue = { dtype: 'float32', shape: [1, 4], data: new Float32Array(4) }
    expect(() => mergeOverLayout([flat, flat], map)).toThrow(RangeError)
  })
})
