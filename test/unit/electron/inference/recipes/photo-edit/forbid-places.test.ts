import { describe, expect, it } from 'vitest'
import { forbidPlaces } from '../../../../../../electron/inference/recipes/photo-edit/forbid-places.ts'
import type { TensorValue } from '../../../../../../electron/contract/tensor.ts'

function tensor(shape: readonly number[]): TensorValue {
  const length = shape.reduce((product, side) => product * side, 1)
  return { dtype: 'float32', shape, data: Float32Array.from({ length }, (_, at) => at) }
}

const forbidden = { width: 8, height: 4, data: new Uint8Array(32) }
forbidden.data[0] = 1
forbidden.data[1] = 1

describe('forbidPlaces', () => {
  it('lets a forbidden cell speak with its neighbour’s voice, in maps and in rows over a map’s grid', () => {
    const features = new Map([
      ['coarse', tensor([1, 2, 2, 4])],
      ['patches', tensor([1, 8, 3])],
      ['other', tensor([1, 5])],
    ])
    const result = forbidPlaces(features, forbidden)
    expect([...(result.get('coarse')?.data ?? [])].slice(0, 4)).toEqual([1, 1, 2, 3])
    expect([...(result.get('coarse')?.data ?? [])].slice(8, 12)).toEqual([9, 9, 10, 11])
    expect([...(result.get('patches')?.data ?? [])].slice(0, 6)).toEqual([3, 4, 5, 3, 4, 5])
    expect(result.get('other')).toBe(features.get('other'))
  })

  it('changes nothing where all or nothing is forbidden', () => {
    const features = new Map([['coarse', tensor([1, 2, 2, 4])]])
    expect(forbidPlaces(features, { ...forbidden, data: new Uint8Array(32) })).toEqual(features)
    expect(forbidPlaces(features, { ...forbidden, data: new Uint8Array(32).fill(1) })).toEqual(features)
  })
})
