import { describe, expect, it } from 'vitest'

import type { ScalarMap } from '../../../../../electron/contract/scalar-map.ts'
import {
  gridPoints,
  REVERSE_SIDE,
  reverseHeat,
} from '../../../../../renderer/synthesis/inspector/reverse-correspondence.ts'

/** A row that takes everything from one cell of a photo of 8 × 4 cells. */
function taking(column: number, line: number): ScalarMap {
  const data = new Float32Array(32)
  data[line * 8 + column] = 1
  return { width: 8, height: 4, data }
}

describe('where a place of the photo went', () => {
  // Bug it would catch: points outside a picture that is not square, which the host refuses.
  it('is asked about at points inside the picture, row by row', () => {
    const points = gridPoints({ width: 320, height: 160 })
    expect(points).toHaveLength(REVERSE_SIDE ** 2)
    expect([points[0], points[1], points[REVERSE_SIDE], points.at(-1)]).toEqual([
      { x: 10, y: 5 },
      { x: 30, y: 5 },
      { x: 10, y: 15 },
      { x: 310, y: 155 },
    ])
  })

  it('is where a row takes from the place or the cell beside it, and nowhere else', () => {
    const rows = gridPoints({ width: 64, height: 64 }).map((_, index) =>
      index === 0 ? taking(2, 1) : index === 1 ? taking(3, 2) : index === 2 ? taking(5, 1) : undefined,
    )
    const { data } = reverseHeat(rows, { x: 2.5 / 8, y: 1.5 / 4 })
    expect([...data.slice(0, 4)]).toEqual([1, 1, 0, 0])
  })

  // Bug it would catch: a click on the last pixel of the photo, which lies in no cell.
  it.each([
    [1, 1, 7, 3],
    [0, 0, 0, 0],
  ])('is known at the very corner (%d, %d)', (x, y, column, line) => {
    expect(reverseHeat([taking(column, line)], { x, y }).data[0]).toBe(1)
  })
})
