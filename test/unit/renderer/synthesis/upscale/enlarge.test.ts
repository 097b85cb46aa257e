import { describe, expect, it } from 'vitest'

import { enlarge, largeSize } from '../../../../../renderer/synthesis/upscale/enlarge.ts'

describe('a picture larger than the pack draws', () => {
  // Bug it would catch: documents of 384×256 and 1024×672 that both became 1136×923 at "1024".
  it('has the size that was asked for, and the document’s aspect to the pixel', () => {
    expect(largeSize({ width: 512, height: 512 }, 1024)).toEqual({ width: 1024, height: 1024 })
    expect(largeSize({ width: 384, height: 256 }, 1024)).toEqual({ width: 1024, height: 683 })
    expect(largeSize({ width: 672, height: 1024 }, 2048)).toEqual({ width: 1344, height: 2048 })
  })

  // Bug it would catch: weights that do not sum to one darken every edge of the picture.
  it('stays flat where it was flat, up to its edges', () => {
    const flat = { width: 5, height: 4, data: new Uint8Array(60).fill(137) }
    expect([...new Set(enlarge(flat, { width: 13, height: 9 }).data)]).toEqual([137])
  })

  // Bug it would catch: a kernel that skips pixels where a picture is made a little smaller.
  it('stays flat and in place when it is made smaller', () => {
    const stripes = { width: 16, height: 2, data: new Uint8Array(96).map((_, at) => (Math.floor(at / 3) % 2) * 200) }
    const small = enlarge(stripes, { width: 4, height: 1 }).data
    for (const value of small) expect(Math.abs(value - 100)).toBeLessThan(20)
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
