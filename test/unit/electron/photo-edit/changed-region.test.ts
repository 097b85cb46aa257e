import { describe, expect, it } from 'vitest'
import { changedRegion } from '../../../../electron/photo-edit/changed-region.ts'
import { regionMask } from '../../../../electron/photo-edit/region-mask.ts'
import { editWindows } from '../../../../electron/photo-edit/edit-windows.ts'
import { drawnLabels, GRASS, SKY, WATER } from '../detail/textured-pictures.ts'

const before = drawnLabels(200, 200, (_x, y) => (y < 100 ? SKY : GRASS))

describe('changedRegion', () => {
  it('grows by 8 photo pixels, but not across a border between classes that stay (a lake that eats into the sky)', () => {
    const after = drawnLabels(200, 200, (x, y) =>
      y >= 104 && y < 130 && x > 50 && x < 90 ? WATER : y < 100 ? SKY : GRASS,
    )
    const { whole } = changedRegion({ before, after, scale: 1 })
    expect(whole[134 * 200 + 70]).toBe(1)
    expect(whole[140 * 200 + 70]).toBe(0)
    expect(whole[100 * 200 + 70]).toBe(1)
    expect(whole[97 * 200 + 70]).toBe(0)
  })

  // Bug it would catch: "Grow" and "Feather" that change what is shown and not what is made.
  it('grows as far as it is told to', () => {
    const after = drawnLabels(200, 200, (x, y) =>
      y > 140 && y < 160 && x > 90 && x < 110 ? WATER : (before.data[y * 200 + x] ?? 0),
    )
    const reached = (margin: number): number =>
      changedRegion({ before, after, scale: 1, margin }).whole.reduce((sum, value) => sum + value, 0)
    expect(reached(0)).toBe(19 * 19)
    expect(reached(0.1)).toBeGreaterThan(reached(0.02))
  })

  it('fades out over as much of its margin as it is told to', () => {
    const after = drawnLabels(200, 200, (x, y) =>
      y > 140 && y < 160 && x > 90 && x < 110 ? WATER : (before.data[y * 200 + x] ?? 0),
    )
    const full = { width: 200, height: 200 }
    const at = (feather: number): number =>
      regionMask(changedRegion({ before, after, scale: 1, margin: 0.1, feather }), { x: 0, y: 0, ...full }, full)[
        150 * 200 + 80
      ] ?? 0
    expect(at(0)).toBe(1)
    expect(at(1)).toBeLessThan(at(0.5))
  })

  it('is empty when nothing changed', () => {
    expect(changedRegion({ before, after: before, scale: 4 }).whole.includes(1)).toBe(false)
  })
})

describe('editWindows', () => {
  const photo = { width: 2000, height: 2000 }
  const mask = (...boxes: readonly (readonly [number, number, number])[]): Uint8Array =>
    drawnLabels(200, 200, (x, y) =>
      boxes.some(([left, top, side]) => x >= left && x < left + side && y >= top && y < top + side) ? 1 : 0,
    ).data

  it('shows half the change’s size around it', () => {
    const [window] = editWindows(mask([80, 80, 60]), 200, 200, photo)
    expect(window).toEqual({ x: 500, y: 500, width: 1200, height: 1200 })
  })

  it('stays inside the photo, joins what overlaps and keeps apart what does not', () => {
    expect(editWindows(mask([0, 0, 20], [170, 170, 30]), 200, 200, photo)).toHaveLength(2)
    const joined = editWindows(mask([0, 0, 50], [70, 10, 50]), 200, 200, photo)
    expect(joined).toHaveLength(1)
    expect(joined[0]?.x).toBe(0)
    expect(joined[0]?.y).toBe(0)
  })
})
