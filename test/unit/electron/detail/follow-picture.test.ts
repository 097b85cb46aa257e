import { describe, expect, it } from 'vitest'
import { followPicture } from '../../../../electron/detail/follow-picture.ts'
import type { Colours, Labels } from '../../../../electron/detail/raster.ts'
import { drawnLabels, GRASS, SKY } from './textured-pictures.ts'

const idle = (): Promise<void> => Promise.resolve()
const SMALL = 16
const SCALE = 4
const SIDE = SMALL * SCALE

/** A small picture of soft hills: brightness rises and falls over eight of its pixels. */
const hills: Colours = {
  width: SMALL,
  height: SMALL,
  data: Float32Array.from({ length: SMALL * SMALL * 3 }, (_, value) => {
    const at = Math.floor(value / 3)
    return 100 + 30 * Math.sin((at % SMALL) * 0.8) * Math.cos(Math.floor(at / SMALL) * 0.8)
  }),
}
const smallMeadow = drawnLabels(SMALL, SMALL, () => GRASS)
const meadow = drawnLabels(SIDE, SIDE, () => GRASS)

/** Flat but for dots: every second pixel is brighter. */
function dots(level = 60): { width: number; height: number; data: Float32Array } {
  const data = Float32Array.from({ length: SIDE * SIDE * 3 }, (_, value) => {
    const at = Math.floor(value / 3)
    return level + (((at % SIDE) + Math.floor(at / SIDE)) % 2 === 0 ? 8 : -8)
  })
  return { width: SIDE, height: SIDE, data }
}

/** Mean of the pixels of a class within each pixel of the small picture, green. */
function reduced({ data }: { readonly data: Float32Array }, labels: Labels, label: number): Float32Array {
  return Float32Array.from({ length: SMALL * SMALL }, (_, cell) => {
    let sum = 0
    let count = 0
    for (let each = 0; each < SCALE * SCALE; each++) {
      const x = (cell % SMALL) * SCALE + (each % SCALE)
      const y = Math.floor(cell / SMALL) * SCALE + Math.floor(each / SCALE)
      if (labels.data[y * SIDE + x] !== label) continue
      sum += data[(y * SIDE + x) * 3 + 1] ?? 0
      count++
    }
    return sum / count
  })
}

describe('followPicture', () => {
  it('shows, reduced, what the small picture shows (finished pictures whose meadows were read as another class)', async () => {
    const made = dots()
    const shares = new Map([[GRASS, 1]])
    await followPicture(made, meadow, { picture: hills, painted: smallMeadow, shares }, undefined, idle)
    for (const [cell, value] of reduced(made, meadow, GRASS).entries())
      expect(Math.abs(value - (hills.data[cell * 3 + 1] ?? 0))).toBeLessThan(6)
  })

  it('keeps what is finer than the small picture (enlarged pictures without texture)', async () => {
    const made = dots()
    const shares = new Map([[GRASS, 1]])
    await followPicture(made, meadow, { picture: hills, painted: smallMeadow, shares }, undefined, idle)
    for (let at = SIDE * 20 + 8; at < SIDE * 20 + 40; at += 2)
      expect(Math.abs((made.data[at * 3] ?? 0) - (made.data[at * 3 + 3] ?? 0))).toBeGreaterThan(8)
  })

  it('follows as far as the class is to (shapes of a large photo painted over)', async () => {
    const made = dots()
    const shares = new Map([[GRASS, 0.5]])
    await followPicture(made, meadow, { picture: hills, painted: smallMeadow, shares }, undefined, idle)
    const middle = reduced(made, meadow, GRASS)[2 * SMALL + 2] ?? 0
    expect(middle).toBeGreaterThan(70)
    expect(middle).toBeLessThan((hills.data[(2 * SMALL + 2) * 3] ?? 0) - 3)
  })

  it('changes neither classes that are not named nor what is closed', async () => {
    const made = dots()
    const before = made.data.slice()
    const open = new Uint8Array(SIDE * SIDE).fill(1, SIDE * 32)
    await followPicture(
      made,
      meadow,
      { picture: hills, painted: smallMeadow, shares: new Map([[GRASS, 1]]) },
      open,
      idle,
    )
    expect(made.data.subarray(0, SIDE * 32 * 3)).toEqual(before.subarray(0, SIDE * 32 * 3))
    expect(made.data).not.toEqual(before)
    const other = dots()
    await followPicture(
      other,
      meadow,
      { picture: hills, painted: smallMeadow, shares: new Map([[SKY, 1]]) },
      undefined,
      idle,
    )
    expect(other.data).toEqual(before)
  })

  it('lets nothing of one class into another (a sky that glows into the trees)', async () => {
    const split = (side: number): Labels => drawnLabels(side, side, (_x, y) => (y < side * 0.4 ? SKY : GRASS))
    const [small, large] = [split(SMALL), split(SIDE)]
    const picture = {
      ...hills,
      data: Float32Array.from({ length: SMALL * SMALL * 3 }, (_, value) =>
        small.data[Math.floor(value / 3)] === SKY ? 220 : 60,
      ),
    }
    const made = dots()
    await followPicture(
      made,
      large,
      {
        picture,
        painted: small,
        shares: new Map([
          [SKY, 1],
          [GRASS, 1],
        ]),
      },
      undefined,
      idle,
    )
    for (let at = 0; at < SIDE * SIDE; at++) {
      const wanted = large.data[at] === SKY ? 220 : 60
      // The dots themselves are 8 steps high.
      expect(Math.abs((made.data[at * 3] ?? 0) - wanted)).toBeLessThan(16)
    }
  })
})
