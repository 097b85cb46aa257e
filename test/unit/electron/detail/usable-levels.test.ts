import { expect, it } from 'vitest'
import { halvedLabels } from '../../../../electron/detail/pyramid.ts'
import { FORBIDDEN, type Labels } from '../../../../electron/detail/raster.ts'
import { usableLevels } from '../../../../electron/detail/usable-levels.ts'
import { drawnLabels } from './textured-pictures.ts'

const [WALL, HAIR] = [0, 1]

/** Hair as a band of some pixels with a rim that may not be copied. */
function levelsOf(thickness: number): readonly Labels[] {
  const full = drawnLabels(256, 256, (_x, y) => {
    const from = Math.abs(y - 128)
    return from < thickness / 2 ? HAIR : from < thickness / 2 + 4 ? FORBIDDEN : WALL
  })
  const half = halvedLabels(full)
  return [full, half, halvedLabels(half)]
}

const wanted = drawnLabels(64, 64, (x) => (x < 40 ? HAIR : WALL))

// Would catch: hair beside a face made of the trees behind it, because on the coarsest level only these had room for a patch.
it('begins on a level on which the hair that comes has room for patches', () => {
  expect(usableLevels(levelsOf(100), wanted, undefined)).toBe(3)
  expect(usableLevels(levelsOf(24), wanted, undefined)).toBe(2)
  expect(usableLevels(levelsOf(12), wanted, undefined)).toBe(1)
})

it('asks for nothing that is not made, and gives up on what no level shows', () => {
  const open = wanted.data.map((label) => (label === WALL ? 1 : 0))
  expect(usableLevels(levelsOf(12), wanted, open)).toBe(3)
  expect(usableLevels(levelsOf(0), wanted, undefined)).toBe(3)
})
