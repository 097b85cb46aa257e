import { expect, it } from 'vitest'
import { classLight } from '../../../../electron/detail/class-light.ts'
import { closeLight } from '../../../../electron/detail/close-light.ts'
import { ownDetail } from '../../../../electron/detail/own-detail.ts'
import type { Colours } from '../../../../electron/detail/raster.ts'
import { drawnLabels, GRASS, SKY } from './textured-pictures.ts'

const painted = drawnLabels(64, 64, (x) => (x < 32 ? SKY : GRASS))
const picture: Colours = {
  width: 64,
  height: 64,
  data: Float32Array.from({ length: 64 * 64 * 3 }, (_, at) => (Math.floor(at / 3) % 64 < 32 ? 200 : 40)),
}
const labels = drawnLabels(256, 256, (x) => (x < 130 ? SKY : GRASS))

// Bugs it would catch: enlarged borders that bleed into each other, and areas as smooth as plastic.
it('enlarges each class for itself, with grain', async () => {
  const made = await ownDetail({ picture, painted, labels, wanted: new Set([SKY]), seed: 0 }, () => Promise.resolve())
  const row = Array.from({ length: 130 }, (_, x) => made.data[(100 * 256 + x) * 3 + 1] ?? 0)
  // Past the small picture's own border (column 128) the sky's light goes on to where the labels end it.
  for (const value of row) expect(Math.abs(value - 200)).toBeLessThan(6)
  expect(new Set(row.map((value) => Math.round(value * 16))).size).toBeGreaterThan(8)
})

// Bug it would catch: light that takes a class's shapes away where all of them were to stay.
it('lets light follow the picture closely for some classes and widely for others', () => {
  const spots = drawnLabels(96, 96, () => SKY)
  const dotted: Colours = {
    width: 96,
    height: 96,
    data: Float32Array.from({ length: 96 * 96 * 3 }, (_, at) => {
      const pixel = Math.floor(at / 3)
      return (Math.floor(pixel / 96 / 8) + Math.floor((pixel % 96) / 8)) % 2 === 0 ? 200 : 100
    }),
  }
  const spread = (closeness: number): number => {
    const light = closeLight(dotted, spots, spots, { wide: 48, close: 4 }, new Map([[SKY, closeness]]))
    const cells = light.cells.get(SKY) ?? new Float32Array(1)
    return Math.max(...cells) - Math.min(...cells)
  }
  expect(spread(1)).toBeGreaterThan(70)
  expect(spread(0)).toBeLessThan(15)
  expect(spread(0.5)).toBeGreaterThan(30)
  const plain = classLight(dotted, spots, spots, 4)
  expect(closeLight(dotted, spots, spots, { wide: 48, close: 4 }, new Map([[SKY, 1]])).cells).toEqual(plain.cells)
})
