import { describe, expect, it } from 'vitest'

import { floodMask } from '../../../../../renderer/model/raster/flood-fill.ts'
import type { LabelRaster } from '../../../../../renderer/model/raster/label-raster.ts'

/** A picture of characters: `.` is class 0, any digit its own class. */
function picture(rows: readonly string[]): LabelRaster {
  const width = rows[0]?.length ?? 0
  const data = Uint8Array.from(rows.join(''), (character) => (character === '.' ? 0 : Number(character)))
  return { width, height: rows.length, data }
}

const room = picture([
  '..........',
  '.11111111.',
  '.1......1.',
  '.1......1.',
  '.1......1.',
  '.1......1.',
  '.111..111.',
  '..........',
])

const count = (mask: Uint8Array | undefined): number | undefined => mask?.reduce((sum, value) => sum + value, 0)

describe('flood fill', () => {
  it('leaks through a gap when gaps are open', () => {
    const mask = floodMask(room, 4, 4, { contiguous: true, gap: 0 })
    expect(mask?.[0]).toBe(1)
  })

  it('closes gaps up to the tolerance and still fills the room to its walls', () => {
    const mask = floodMask(room, 4, 3, { contiguous: true, gap: 2 })
    expect(mask?.[0]).toBe(0)
    expect(mask?.[2 * 10 + 2]).toBe(1)
    expect(mask?.[5 * 10 + 7]).toBe(1)
  })

  it('takes every pixel of the class when it need not be connected', () => {
    const islands = picture(['1.1', '...', '1.1'])
    expect(count(floodMask(islands, 0, 0, { contiguous: false, gap: 0 }))).toBe(4)
    expect(count(floodMask(islands, 0, 0, { contiguous: true, gap: 0 }))).toBe(1)
  })

  it('turns corners upward and downward (a scanline fill that only goes one way misses them)', () => {
    const maze = picture(['.1...', '.1.1.', '.1.1.', '...1.', '11111', '.....'])
    expect(count(floodMask(maze, 0, 0, { contiguous: true, gap: 0 }))).toBe(14)
  })

  it('gives nothing outside the picture', () => {
    expect(floodMask(room, -1, 3, { contiguous: true, gap: 0 })).toBeUndefined()
    expect(floodMask(room, 3, 8, { contiguous: true, gap: 0 })).toBeUndefined()
  })
})
