import { describe, expect, it } from 'vitest'

import { coveringCrop, fitPicture } from '../../../../../renderer/model/pictures/fit-picture.ts'

describe('fitted picture', () => {
  it('covers the document and cuts the overhang evenly', () => {
    expect(coveringCrop({ width: 400, height: 100 }, { width: 256, height: 256 })).toEqual({
      x: 150,
      y: 0,
      width: 100,
      height: 100,
    })
  })

  it('averages what falls into one pixel (nearest sampling would show noise as classes)', () => {
    const data = Uint8Array.from({ length: 4 * 4 * 3 }, (_, index) => (Math.floor(index / 3) % 2) * 200)
    expect(fitPicture({ width: 4, height: 4, data }, { width: 2, height: 2 }).data).toEqual(
      new Uint8Array(12).fill(100),
    )
  })

  it('enlarges without reading beyond the border', () => {
    const data = Uint8Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120)
    const large = fitPicture({ width: 2, height: 2, data }, { width: 5, height: 5 })
    expect([...large.data.slice(-3)]).toEqual([100, 110, 120])
  })
})
