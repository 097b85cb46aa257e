import { describe, expect, it } from 'vitest'
import { pictureImage } from '../../../../../electron/inference/postprocess/picture-image.ts'
import { planarTensor } from '../../../../../electron/inference/preprocess/image-tensor.ts'

const image = { width: 16, height: 16, data: Uint8Array.from({ length: 768 }, (_, i) => (i * 7) % 256) }

describe('planarTensor and pictureImage', () => {
  // Catches swapped channels, a transposed plane and rounding that drifts by one level.
  it('give every byte back', () => {
    expect(pictureImage(planarTensor(image))).toEqual(image)
  })

  it('puts black at −1, white at 1 and red in the first plane', () => {
    const tensor = planarTensor({ width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 0, 255, 255) })
    expect(tensor.shape).toEqual([1, 3, 1, 2])
    expect([...tensor.data]).toEqual([1, -1, -1, 1, -1, 1])
  })

  it('clamps what lies outside −1..1 and rounds to nearest', () => {
    const data = Float32Array.of(-1.5, 0, 0.999)
    expect([...pictureImage({ dtype: 'float32', shape: [1, 3, 1, 1], data }).data]).toEqual([0, 128, 255])
  })

  // A provider that overflows gives NaN, which would silently become black.
  it('refuses a picture that holds NaN', () => {
    const data = Float32Array.of(0, NaN, 0)
    expect(() => pictureImage({ dtype: 'float32', shape: [1, 3, 1, 1], data })).toThrow(/not-a-number/)
  })
})
