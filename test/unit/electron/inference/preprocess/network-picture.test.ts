import { describe, expect, it } from 'vitest'
import { networkPicture } from '../../../../../electron/inference/preprocess/network-picture.ts'

/** Two pixels, one above the other: red lacking above, green lacking below. */
const photo = { width: 1, height: 2, data: Uint8Array.of(0, 255, 51, 255, 0, 255) }

// Would catch: an annotator that declares another order or range and is fed as the scene annotator is.
describe('networkPicture', () => {
  it('keeps the channels of a pixel together, or apart, as the manifest says', () => {
    const together = networkPicture(photo, { width: 1, height: 2, layout: 'nhwc', range: [0, 255] })
    expect([together.shape, [...together.data]]).toEqual([
      [1, 2, 1, 3],
      [0, 255, 51, 255, 0, 255],
    ])
    const apart = networkPicture(photo, { width: 1, height: 2, layout: 'nchw', range: [0, 255] })
    expect([apart.shape, [...apart.data]]).toEqual([
      [1, 3, 2, 1],
      [0, 255, 255, 0, 51, 255],
    ])
  })

  it('brings black and white to the ends of the range', () => {
    const scaled = (range: [number, number]): number[] =>
      Array.from(networkPicture(photo, { width: 1, height: 2, layout: 'nhwc', range }).data, Number)
    expect(scaled([-1, 1]).slice(0, 2)).toEqual([-1, 1])
    expect(scaled([0, 1])[2]).toBeCloseTo(0.2)
  })

  it('squashes the photo to the size of the network', () => {
    const { shape } = networkPicture(photo, { width: 8, height: 4, layout: 'nhwc', range: [0, 1] })
    expect(shape).toEqual([1, 4, 8, 3])
  })
})
