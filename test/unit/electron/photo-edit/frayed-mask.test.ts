import { describe, expect, it } from 'vitest'
import type { Colours } from '../../../../electron/detail/raster.ts'
import { frayedMask } from '../../../../electron/photo-edit/frayed-mask.ts'

const SIDE = 64
const photo = { width: SIDE, height: SIDE }
const place = { x: 0, y: 0, ...photo }
const cells = new Uint8Array(SIDE * SIDE).fill(1)
/** From all of the photo at the left to all of what was made at the right. */
const ramp = Float32Array.from({ length: SIDE * SIDE }, (_, at) => (at % SIDE) / (SIDE - 1))

function picture(grey: (x: number, y: number) => number): Colours {
  const data = new Float32Array(SIDE * SIDE * 3)
  for (let at = 0; at < SIDE * SIDE; at++) data.fill(grey(at % SIDE, Math.floor(at / SIDE)), at * 3, at * 3 + 3)
  return { ...photo, data }
}

const wall = picture(() => 200)
/** Strands that run along rows, every other one darker. */
const hair = picture((_x, y) => (y % 4 < 2 ? 20 : 70))
const middle = (mask: Float32Array, y: number): number => mask[y * SIDE + SIDE / 2] ?? NaN

describe('the end of hair', () => {
  // Would catch: hair that ends along a line, as if it were cut out of paper.
  it('lies farther out at strands that stand out from what is behind', () => {
    const mask = frayedMask(ramp, { cells, hair: 'made' }, photo, place, photo, { made: hair, photo: wall })
    expect(middle(mask, 32)).toBeGreaterThan(middle(mask, 34) + 0.3)
    const kept = frayedMask(ramp, { cells, hair: 'photo' }, photo, place, photo, { made: wall, photo: hair })
    expect(middle(kept, 32)).toBeLessThan(middle(kept, 34) - 0.3)
  })

  it('fades to nothing where the mask ends, and changes nothing elsewhere', () => {
    const mask = frayedMask(ramp, { cells, hair: 'made' }, photo, place, photo, { made: hair, photo: wall })
    expect(Math.max(...[0, 1].map((x) => mask[32 * SIDE + x] ?? NaN))).toBeLessThan(0.05)
    expect(Math.min(...[62, 63].map((x) => mask[34 * SIDE + x] ?? NaN))).toBeGreaterThan(0.95)
    const none = new Uint8Array(SIDE * SIDE)
    expect(frayedMask(ramp, { cells: none, hair: 'made' }, photo, place, photo, { made: hair, photo: wall })).toEqual(
      ramp,
    )
  })
})
