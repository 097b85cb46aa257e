import { describe, expect, it } from 'vitest'

import { clearInside, grownRect } from '../../../../../renderer/painting/canvas/label-outlines.ts'

describe('outlines of labels', () => {
  const size = { width: 6, height: 3 }
  const data = Uint8Array.from([1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2])

  it('leave only what is near another class', () => {
    const out = new Uint32Array(18).fill(9)
    clearInside(data, size, { x: 0, y: 0, ...size }, 1, out)
    expect([...out.slice(0, 6)]).toEqual([0, 0, 9, 9, 0, 0])
  })

  // Bug it would catch: an outline beside a stroke that stays where it was, since only the stroke was drawn again.
  it('are drawn anew around what changed, inside the document', () => {
    expect(grownRect({ x: 1, y: 0, width: 2, height: 2 }, 2, size)).toEqual({ x: 0, y: 0, width: 5, height: 3 })
  })
})
