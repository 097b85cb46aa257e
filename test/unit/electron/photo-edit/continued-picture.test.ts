import { describe, expect, it } from 'vitest'
import { changedRegion } from '../../../../electron/photo-edit/changed-region.ts'
import { continuedPicture } from '../../../../electron/photo-edit/continued-picture.ts'
import { drawnLabels } from '../detail/textured-pictures.ts'
import { photoOf } from './edited-photos.ts'

const SIDE = 120
const [BACKGROUND, HAIR] = [0, 13]

describe('a background that goes on where hair was', () => {
  const before = drawnLabels(SIDE, SIDE, (x) => (x >= 40 && x < 80 ? HAIR : BACKGROUND))
  const after = drawnLabels(SIDE, SIDE, (x) => (x >= 60 && x < 80 ? HAIR : BACKGROUND))
  const region = changedRegion({ before, after, scale: 1 })
  const data = Float32Array.from({ length: SIDE * SIDE * 3 }, (_, value) => {
    const x = Math.floor(value / 3) % SIDE
    return x >= 40 && x < 80 ? 240 : x < 40 ? 60 : 100
  })
  const photo = photoOf({ width: SIDE, height: SIDE, data }, 8, 3)
  const window = { x: 0, y: 0, width: SIDE, height: SIDE }

  // Would catch: the pale patch that white hair left behind.
  it('has the light of the background beside it and nothing of the hair', () => {
    const made = continuedPicture(photo, window, after, region)
    for (const x of [42, 50, 58]) {
      const value = made.data[(60 * SIDE + x) * 3] ?? 0
      expect(value).toBeGreaterThan(55)
      expect(value).toBeLessThan(105)
    }
    expect(made.data[(60 * SIDE + 10) * 3]).toBe(60)
    expect(made.data[(60 * SIDE + 76) * 3]).toBe(240)
  })
})
