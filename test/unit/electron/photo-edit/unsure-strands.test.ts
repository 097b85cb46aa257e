import { expect, it } from 'vitest'
import { unsureStrands } from '../../../../electron/photo-edit/unsure-strands.ts'
import { drawnLabels } from '../detail/textured-pictures.ts'

const SIDE = 100
const [BACKGROUND, HAIR] = [0, 13]
const labels = drawnLabels(SIDE, SIDE, (x, y) => {
  const isHead = x >= 10 && x < 60
  const isCar = x >= 80 && x < 90 && y >= 40 && y < 50
  return isHead || isCar ? HAIR : BACKGROUND
})

/** Dark hair with some grain, a red flower in it, and a bright wall. */
const colours = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, value) => {
    const [x, y, channel] = [Math.floor(value / 3) % SIDE, Math.floor(value / 3 / SIDE), value % 3]
    if (x >= 30 && x < 35 && y >= 30 && y < 35) return channel === 0 ? 220 : 60
    return labels.data[y * SIDE + x] === HAIR ? 30 + ((x * 7 + y * 3) % 9) : 200
  }),
}

// Would catch: a lock in the colours of the trees behind the head, of a flower, or of a car that the parser took for hair.
it('doubts the rim of hair, other colours in it and small pieces apart from it', () => {
  const inside = new Uint8Array(SIDE * SIDE).fill(1)
  const unsure = unsureStrands(labels, new Set([HAIR]), { colours, inside, side: SIDE })
  const at = (x: number, y: number): number | undefined => unsure[y * SIDE + x]
  expect(at(20, 50)).toBe(0)
  expect(at(10, 50)).toBe(1)
  expect(at(32, 32)).toBe(1)
  expect(at(85, 45)).toBe(1)
  // What has no label of hair is not its business.
  expect(at(70, 50)).toBe(0)
})
