import { describe, expect, it } from 'vitest'
import { bestPlaces } from '../../../../../../electron/inference/recipes/exemplar-synthesis/match-guide.ts'
import type { TensorValue } from '../../../../../../electron/contract/tensor.ts'

const idle = (): Promise<void> => Promise.resolve()

function features(width: number, height: number, valuesAt: (x: number, y: number) => readonly number[]): TensorValue {
  const channels = valuesAt(0, 0).length
  const data = new Float32Array(channels * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      valuesAt(x, y).forEach((value, channel) => {
        data[channel * width * height + y * width + x] = value
      })
  return { dtype: 'float32', shape: [1, channels, height, width], data }
}

describe('bestPlaces', () => {
  // Bug it would catch: rows and columns swapped, or channels read as places.
  it('finds for each cell of the layout the place of the exemplar that agrees most', async () => {
    const angle = (place: number): readonly number[] => [Math.cos(place), Math.sin(place)]
    const exemplar = features(4, 2, (x, y) => angle((y * 4 + x) / 2))
    const layout = features(2, 2, (x, y) => angle(([5, 0, 3, 6][y * 2 + x] ?? 0) / 2))
    const guide = await bestPlaces(layout, exemplar, idle)
    expect([guide?.columns, guide?.rows]).toEqual([2, 2])
    expect([...(guide?.x ?? [])]).toEqual([1.5 / 4, 0.5 / 4, 3.5 / 4, 2.5 / 4])
    expect([...(guide?.y ?? [])]).toEqual([0.75, 0.25, 0.25, 0.75])
  })

  it('says nothing of tensors that cannot be compared', async () => {
    const one = features(2, 2, () => [1])
    expect(
      await bestPlaces(
        one,
        features(2, 2, () => [1, 2]),
        idle,
      ),
    ).toBeUndefined()
    expect(await bestPlaces({ ...one, shape: [1, 4] }, one, idle)).toBeUndefined()
  })
})
