import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  combineMasks,
  fullMask,
  invertMask,
  maskBounds,
  maskFromSpans,
  type SelectionMask,
} from '../../../../../renderer/model/selection/selection-mask.ts'
import { selectionOutline } from '../../../../../renderer/model/selection/selection-outline.ts'

const box = (x: number, y: number, width: number, height: number): SelectionMask =>
  maskFromSpans(16, 12, (sink) => {
    for (let row = y; row < y + height; row += 1) sink(row, x, x + width)
  })

const size = (mask: SelectionMask | undefined): number => mask?.data.reduce((sum, value) => sum + value, 0) ?? 0

describe('selection', () => {
  it('joins shapes as the held keys say', () => {
    const left = box(0, 0, 8, 12)
    const top = box(0, 0, 16, 6)
    expect(size(combineMasks(left, top, 'add'))).toBe(144)
    expect(size(combineMasks(left, top, 'subtract'))).toBe(48)
    expect(size(combineMasks(left, top, 'intersect'))).toBe(48)
    expect(size(combineMasks(left, top, 'replace'))).toBe(96)
  })

  it('becomes none when nothing is left (an empty mask would block every tool unseen)', () => {
    expect(combineMasks(box(0, 0, 4, 4), box(0, 0, 16, 12), 'subtract')).toBeUndefined()
    expect(invertMask(fullMask(16, 12))).toBeUndefined()
  })

  it('is cut at the document when a shape hangs over', () => {
    expect(maskBounds(box(-5, -5, 10, 30))).toEqual({ x: 0, y: 0, width: 5, height: 12 })
  })

  it('has an outline as long as its border', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64, max: 1 }), (data) => {
        const mask = { width: 8, height: 8, data }
        const length = selectionOutline(mask).reduce(
          (sum, [x0, y0, x1, y1]) => sum + Math.abs(x1 - x0) + Math.abs(y1 - y0),
          0,
        )
        expect(length).toBe(borderLength(mask))
      }),
    )
  })

  it('has four pieces around a rectangle, not one per pixel', () => {
    expect(selectionOutline(box(2, 3, 7, 4))).toHaveLength(4)
  })
})

function borderLength({ width, height, data }: SelectionMask): number {
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0)
  let length = 0
  for (let y = -1; y < height; y += 1) {
    for (let x = -1; x < width; x += 1) {
      if (at(x, y) !== at(x + 1, y)) length += 1
      if (at(x, y) !== at(x, y + 1)) length += 1
    }
  }
  return length
}
