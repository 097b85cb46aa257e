import { describe, expect, it } from 'vitest'

import { enlarge, enlargedSize } from '../../../../../renderer/synthesis/upscale/enlarge.ts'

describe('a picture larger than the pack draws', () => {
  it('keeps its aspect, and is left alone where the pack drew it large enough', () => {
    expect(enlargedSize({ width: 512, height: 512 }, 1024)).toEqual({ width: 1024, height: 1024 })
    expect(enlargedSize({ width: 1024, height: 256 }, 1024)).toEqual({ width: 2048, height: 512 })
    expect(enlargedSize({ width: 992, height: 1024 }, 1024)).toEqual({ width: 992, height: 1024 })
  })

  // Bug it would catch: weights that do not sum to one darken every edge of the picture.
  it('stays flat where it was flat, up to its edges', () => {
    const flat = { width: 5, height: 4, data: new Uint8Array(60).fill(137) }
    expect([...new Set(enlarge(flat, { width: 13, height: 9 }).data)]).toEqual([137])
  })

  // Bug it would catch: a picture that moves by half a pixel, or swaps its sides or colours.
  it('stays in place, and overshoots without wrapping around', () => {
    const data = new Uint8Array(8 * 8 * 3)
    for (let y = 0; y < 8; y += 1) for (let x = 4; x < 8; x += 1) data[(y * 8 + x) * 3] = 255
    const { data: large } = enlarge({ width: 8, height: 8, data }, { width: 16, height: 16 })
    const row = Array.from({ length: 16 }, (_, x) => large[(8 * 16 + x) * 3] ?? 0)
    expect(row.slice(0, 2)).toEqual([0, 0])
    expect(row.slice(14)).toEqual([255, 255])
    for (let x = 0; x < 8; x += 1) expect((row[x] ?? 0) + (row[15 - x] ?? 0)).toBeGreaterThanOrEqual(254)
    expect(large[(8 * 16 + 12) * 3 + 1]).toBe(0)
  })
})
