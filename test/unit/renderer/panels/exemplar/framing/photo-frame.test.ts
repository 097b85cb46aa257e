import { describe, expect, it } from 'vitest'
import {
  insidePhoto,
  isWhole,
  movedFrame,
  resizedFrame,
  sameFrame,
  wholePhoto,
} from '../../../../../../renderer/panels/exemplar/framing/photo-frame.ts'

const box = { angle: 0, x: 0.2, y: 0.2, width: 0.4, height: 0.4 }

describe('the part of a photo that is used', () => {
  it('stays in the photo however far it is dragged', () => {
    expect(movedFrame(box, 5, -5)).toMatchObject({ x: 0.6, y: 0, width: 0.4, height: 0.4 })
    expect(resizedFrame(box, 5, -5)).toMatchObject({ x: 0.2, y: 0.2, width: 0.8, height: 0.1 })
  })

  it('is the same only where nothing would be labelled anew', () => {
    expect(sameFrame(box, { ...box, x: box.x + 1e-9 })).toBe(true)
    expect(sameFrame(box, { ...box, angle: 0.5 })).toBe(false)
    expect(sameFrame(box, { ...box, height: 0.41 })).toBe(false)
  })

  it('keeps a box that shows the photo everywhere', () => {
    expect(insidePhoto({ ...box, angle: 10 }, { width: 300, height: 200 })).toEqual({ ...box, angle: 10 })
    expect(isWhole(insidePhoto(wholePhoto, { width: 300, height: 200 }))).toBe(true)
  })

  it('shrinks the box of a turned photo just until no corner is empty', () => {
    const square = insidePhoto({ ...wholePhoto, angle: 45 }, { width: 100, height: 100 })
    expect(square.width).toBeCloseTo(Math.SQRT1_2, 3)
    expect(square.x).toBeCloseTo((1 - Math.SQRT1_2) / 2, 3)
    const right = insidePhoto({ ...wholePhoto, angle: 15 }, { width: 300, height: 200 })
    const left = insidePhoto({ ...wholePhoto, angle: -15 }, { width: 300, height: 200 })
    expect(right.width).toBeCloseTo(left.width, 6)
    expect(right.width).toBeGreaterThan(0.5)
  })
})
