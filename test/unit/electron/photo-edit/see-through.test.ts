import { describe, expect, it } from 'vitest'
import { seenThrough } from '../../../../electron/photo-edit/see-through.ts'
import { drawnLabels } from '../detail/textured-pictures.ts'

const [WIDTH, HEIGHT] = [200, 120]
const [SKIN, GLASSES, EYE] = [1, 3, 4]
const inside = (x: number, y: number, by: number): boolean =>
  x >= 40 + by && x < 160 - by && y >= 30 + by && y < 90 - by
const worn = drawnLabels(WIDTH, HEIGHT, (x, y) =>
  x >= 90 && x < 110 && y >= 55 && y < 65 ? EYE : inside(x, y, 0) ? GLASSES : SKIN,
)
const bare = { ...worn, data: worn.data.map((label) => (label === GLASSES ? SKIN : label)) }
const glasses = new Set([GLASSES])
const at = (x: number, y: number): number => y * WIDTH + x

/** Skin with a frame five pixels thick around a lens of another brightness. */
function photo(lens: number): { width: number; height: number; data: Float32Array } {
  const data = new Float32Array(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      data.fill(!inside(x, y, 0) ? 180 : inside(x, y, 5) ? lens : 30, at(x, y) * 3, at(x, y) * 3 + 3)
  return { width: WIDTH, height: HEIGHT, data }
}

describe('glasses that are taken off', () => {
  // Would catch: eyes and lids that are painted anew, and a frame that stays.
  it('change only at their rim, and leave the eye alone', () => {
    const { behind } = seenThrough(worn, bare, glasses, photo(175), WIDTH)
    expect(behind[at(70, 60)]).toBe(1)
    expect([behind[at(42, 60)], behind[at(100, 32)], behind[at(157, 88)]]).toEqual([0, 0, 0])
  })

  // Would catch: hinges that stay because the parser has left a hole in its glasses there.
  it('change at their rim also beside holes that are labelled as skin', () => {
    const holed = { ...worn, data: worn.data.map((label, cell) => (cell === at(47, 60) ? SKIN : label)) }
    expect(seenThrough(holed, bare, glasses, photo(175), WIDTH).behind[at(43, 60)]).toBe(0)
  })

  it('change as a whole where nothing is seen through them', () => {
    expect(seenThrough(worn, bare, glasses, photo(40), WIDTH).behind.includes(1)).toBe(false)
  })

  it('do not count where they stay', () => {
    expect(seenThrough(worn, worn, glasses, photo(175), WIDTH).behind.includes(1)).toBe(false)
  })
})

describe('glasses that are put on', () => {
  // Would catch: eyes behind painted glass.
  it('change only at their rim', () => {
    const { within } = seenThrough(bare, worn, glasses, photo(175), WIDTH)
    expect(within[at(70, 60)]).toBe(1)
    expect(within[at(41, 60)]).toBe(0)
    expect(within[at(10, 10)]).toBe(0)
  })
})
