import { describe, expect, it } from 'vitest'
import { changedRegion } from '../../../../electron/photo-edit/changed-region.ts'
import { hasPieceOutside } from '../../../../electron/photo-edit/pieces-outside.ts'
import { vanishedPlaces } from '../../../../electron/photo-edit/vanished-places.ts'
import { drawnLabels } from '../detail/textured-pictures.ts'

const SIDE = 64
const [SKIN, GLASSES, LIPS, EYE] = [1, 3, 12, 4]
const before = drawnLabels(SIDE, SIDE, (x, y) =>
  y >= 20 && y < 26 && x >= 10 && x < 54
    ? x >= 20 && x < 24
      ? EYE
      : GLASSES
    : y >= 44 && y < 50 && x >= 24 && x < 40
      ? LIPS
      : SKIN,
)
const at = (x: number, y: number): number => y * SIDE + x

function gone(paint: (x: number, y: number, own: number) => number, lends?: Uint8Array): Uint8Array {
  const after = drawnLabels(SIDE, SIDE, (x, y) => paint(x, y, before.data[at(x, y)] ?? 0))
  const region = changedRegion({ before, after, scale: 4 })
  return vanishedPlaces({ before, after, region, lends })
}

describe('what must not come back into a face', () => {
  // Would catch: frames that are copied from beside their labels, and eyes that are forbidden with the glasses before them.
  it('is what is taken away altogether and what lies close around it, but not the small parts there', () => {
    const forbidden = gone((_x, _y, own) => (own === GLASSES ? SKIN : own))
    expect(forbidden[at(30, 22)]).toBe(1)
    expect(forbidden[at(30, 26)]).toBe(1)
    expect(forbidden[at(22, 22)]).toBe(0)
    expect(forbidden[at(30, 47)]).toBe(0)
  })

  // Would catch: a mouth that cannot be made of the mouth that was there.
  it('is nothing where only a shape changes', () => {
    const forbidden = gone((x, y, own) =>
      y === 42 && x >= 22 && x < 42 ? LIPS : y === 49 && own === LIPS ? SKIN : own,
    )
    expect(forbidden.includes(1)).toBe(false)
  })

  it('is all that belongs to somebody else', () => {
    const lends = Uint8Array.from({ length: SIDE * SIDE }, (_, cell) => (cell % SIDE < 56 ? 1 : 0))
    const forbidden = gone((_x, _y, own) => own, lends)
    expect(forbidden[at(60, 10)]).toBe(1)
    expect(forbidden[at(50, 10)]).toBe(0)
  })
})

describe('a change beside everything that can be edited', () => {
  // Would catch: a stroke beside a face that is ignored without a word because another one lies on the face.
  it('is noticed, even where another change lies inside; one that reaches inside is none', () => {
    const inside = Uint8Array.from({ length: SIDE * SIDE }, (_, cell) => (cell % SIDE < 32 ? 1 : 0))
    const changed = (paint: (x: number) => boolean): boolean => {
      const after = drawnLabels(SIDE, SIDE, (x, y) => (y === 5 && paint(x) ? 13 : (before.data[at(x, y)] ?? 0)))
      return hasPieceOutside(changedRegion({ before, after, scale: 1 }), inside)
    }
    expect(changed((x) => x > 28 && x < 40)).toBe(false)
    expect(changed((x) => x < 5)).toBe(false)
    expect(changed((x) => x < 5 || x > 50)).toBe(true)
  })
})
