import { describe, expect, it } from 'vitest'
import { framePhoto, sideForFrame } from '../../../../../electron/services/exemplars/frame-photo.ts'
import { gradientImage } from '../../images/picture-fixtures.ts'

describe('a framed photo', () => {
  it('is, unturned, a cut without a blur', () => {
    const photo = gradientImage(40, 20)
    const cut = framePhoto(photo, { angle: 0, x: 0.25, y: 0.5, width: 0.5, height: 0.5 })
    expect([cut.width, cut.height]).toEqual([20, 10])
    for (const [x, y] of [
      [0, 0],
      [19, 9],
      [7, 3],
    ] as const) {
      const from = 3 * ((y + 10) * 40 + x + 10)
      const to = 3 * (y * 20 + x)
      expect([...cut.data.slice(to, to + 3)]).toEqual([...photo.data.slice(from, from + 3)])
    }
  })

  it('turns clockwise: what was left of the middle comes above it', () => {
    // One white column left of the middle; turned by 45° clockwise it runs from the lower left to the upper right,
    // so that the place up and left of the middle is white.
    const side = 41
    const data = new Uint8Array(side * side * 3)
    for (let y = 0; y < side; y += 1)
      for (let x = 8; x < 13; x += 1) data.fill(255, 3 * (y * side + x), 3 * (y * side + x) + 3)
    const turned = framePhoto({ width: side, height: side, data }, { angle: 45, x: 0, y: 0, width: 1, height: 1 })
    const at = (x: number, y: number): number => turned.data[3 * (y * side + x)] ?? 0
    expect(at(20 - 7, 20 - 7)).toBe(255)
    expect(at(20 + 7, 20 + 7)).toBe(0)
  })

  it('is decoded larger, so that a small part is as sharp as a whole photo', () => {
    const frame = { angle: 0, x: 0, y: 0, width: 0.25, height: 0.25 }
    expect(sideForFrame({ width: 4000, height: 3000 }, frame, 1024)).toBe(4096)
    expect(sideForFrame({ width: 4000, height: 3000 }, { ...frame, width: 0.01, height: 0.01 }, 1024)).toBe(8192)
  })
})
