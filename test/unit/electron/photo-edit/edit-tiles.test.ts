import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editTiles, fadeIntoFinished } from '../../../../electron/photo-edit/edit-tiles.ts'
import { drawnLabels, GRASS, SKY, texturedPicture } from '../detail/textured-pictures.ts'
import { edited, photoOf } from './edited-photos.ts'

describe('editTiles', () => {
  it('covers a place with cores that do not overlap, and sees some of what is finished', () => {
    const side = fc.integer({ min: 1, max: 120 })
    const limits = fc.record({ mostAtOnce: side, tile: fc.integer({ min: 50, max: 900 }), overlap: side })
    fc.assert(
      fc.property(fc.record({ x: side, y: side, width: side, height: side }), limits, (place, given) => {
        const covered = new Uint8Array(place.width * place.height)
        for (const { core, place: seen } of editTiles(place, given)) {
          expect(seen.x).toBe(Math.max(place.x, core.x - given.overlap))
          expect(seen.y).toBe(Math.max(place.y, core.y - given.overlap))
          expect(seen.x + seen.width).toBe(core.x + core.width)
          expect(seen.y + seen.height).toBe(core.y + core.height)
          for (let y = core.y; y < core.y + core.height; y++)
            for (let x = core.x; x < core.x + core.width; x++) {
              const at = (y - place.y) * place.width + x - place.x
              covered[at] = (covered[at] ?? 0) + 1
            }
        }
        expect(covered.every((count) => count === 1)).toBe(true)
      }),
    )
  })

  it('makes a small place at once', () => {
    const place = { x: 5, y: 6, width: 100, height: 30 }
    expect(editTiles(place, { mostAtOnce: 3000, tile: 400, overlap: 10 })).toEqual([{ core: place, place }])
  })

  it('makes all of a core, and fades out into what is finished', () => {
    const tile = { core: { x: 20, y: 10, width: 30, height: 5 }, place: { x: 10, y: 10, width: 40, height: 5 } }
    const mask = new Float32Array(40 * 5).fill(1)
    fadeIntoFinished(tile, mask)
    const row = [...mask.subarray(0, 40)]
    expect(row.slice(0, 4)).toEqual([0, 0, 0, 0])
    expect(row.slice(10)).toEqual(row.slice(10).map(() => 1))
    expect(row).toEqual(row.toSorted((one, other) => one - other))
  })
})

describe('an edit in tiles', () => {
  const before = drawnLabels(260, 200, (_x, y) => (y < 60 ? SKY : GRASS))
  const anew = drawnLabels(260, 200, (x, y) => (y > 80 && x > 20 && x < 240 ? 1 : 0))
  const tiles = { mostAtOnce: 8000, tile: 4000, overlap: 24 }

  // Bugs it would catch: tiles that do not continue each other, a tile of another light, a place that no tile makes.
  it('shows no border between tiles, and leaves everything outside the region', async () => {
    const photo = photoOf(texturedPicture(before), 16, 4)
    const result = await edited(photo, before, before, { anew, tiles })
    const step = (at: number, beside: number): number =>
      Math.abs((result.photo.data[at * 4 + 1] ?? 0) - (result.photo.data[beside * 4 + 1] ?? 0))
    const columns = new Float64Array(259)
    let kept = 0
    for (let y = 100; y < 190; y++)
      for (let x = 0; x < 259; x++) columns[x] = (columns[x] ?? 0) + step(y * 260 + x, y * 260 + x + 1) / 90
    for (let at = 0; at < before.data.length; at++) {
      const same = [0, 1, 2, 3].every((channel) => result.photo.data[at * 4 + channel] === photo.data[at * 4 + channel])
      if (result.whole[at] !== 1) expect(same).toBe(true)
      else if (result.core[at] === 1 && same) kept++
    }
    // Grass is noise: no column of pixels in the middle of the change may differ more from the next one than the others do.
    const inside = [...columns.subarray(40, 220)]
    const mean = inside.reduce((sum, value) => sum + value, 0) / inside.length
    expect(Math.max(...inside)).toBeLessThan(1.5 * mean)
    expect(kept).toBeLessThan(0.02 * anew.data.length)
  })

  it('never holds more than a tile and its surroundings: the same change in smaller tiles makes more of them', async () => {
    const photo = photoOf(texturedPicture(before), 8, 3)
    const count = async (tile: number): Promise<number> => {
      let checkpoints = 0
      await edited(photo, before, before, { anew, tiles: { ...tiles, tile } }, () => {
        checkpoints++
        return Promise.resolve()
      })
      return checkpoints
    }
    expect(await count(2000)).toBeGreaterThan(1.5 * (await count(8000)))
  })
})
