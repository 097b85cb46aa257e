import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editTiles, fadeIntoFinished } from '../../../../electron/photo-edit/edit-tiles.ts'
import { drawnLabels, GRASS, SKY, texturedPicture, WATER } from '../detail/textured-pictures.ts'
import { edited, photoOf } from './edited-photos.ts'

/** How much brighter each row of pixels is than the one above, in 8-bit steps. */
const BRIGHTER = 0.3

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
  const width = 260
  const height = 200
  const anew = drawnLabels(width, height, (x, y) => (y > 80 && x > 20 && x < 240 ? 1 : 0))
  const tiles = { mostAtOnce: 8000, tile: 4000, overlap: 24 }
  const before = drawnLabels(width, height, (_x, y) => (y < 60 ? SKY : GRASS))

  it('leaves everything outside the region', async () => {
    const photo = photoOf(texturedPicture(before), 16, 4)
    const result = await edited(photo, before, before, { anew, tiles })
    for (let at = 0; at < before.data.length; at++)
      if (result.whole[at] !== 1)
        for (let value = at * 4; value < at * 4 + 4; value++) expect(result.photo.data[value]).toBe(photo.data[value])
  })

  // Bugs it would catch, each tried: tiles that do not go on from each other, a tile with the light of another place, a place
  // that no tile makes.
  it('shows no border between tiles', async () => {
    // Water comes where grass was, in a photo that grows brighter downwards. Its stripes show where two pieces do not fit.
    const own = drawnLabels(width, height, (x, y) => (y < 60 ? SKY : x < 70 ? WATER : GRASS))
    const after = drawnLabels(width, height, (x, y) => (y >= 74 && x >= 70 ? WATER : (own.data[y * width + x] ?? 0)))
    const picture = texturedPicture(own)
    const bright = picture.data.map((value, at) => value + BRIGHTER * Math.floor(at / 3 / width))
    const photo = photoOf({ ...picture, data: bright }, 8, 3)
    const { data } = (await edited(photo, own, after, { tiles })).photo
    const valueAt = (x: number, y: number, channel: number): number => data[(y * width + x) * 3 + channel] ?? 0
    // Two stripes high and as wide: in each there is water, as bright as it should be at this height.
    const blue: number[] = []
    for (let top = 96; top < 180; top += 12)
      for (let left = 84; left < 240; left += 12) {
        let sum = 0
        for (let at = 0; at < 144; at++) sum += valueAt(left + (at % 12), top + Math.floor(at / 12), 2) / 144
        blue.push(sum - BRIGHTER * (top + 5.5))
      }
    const steps: number[] = []
    for (let x = 84; x < 250; x++) {
      let step = 0
      for (let y = 96; y < 186; y++) step += Math.abs(valueAt(x, y, 1) - valueAt(x + 1, y, 1)) / 90
      steps.push(step)
    }
    expect(Math.min(...blue)).toBeGreaterThan(110)
    expect(Math.max(...blue)).toBeLessThan(150)
    expect(Math.max(...steps)).toBeLessThan(12)
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
