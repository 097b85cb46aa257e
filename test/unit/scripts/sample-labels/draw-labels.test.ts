import { describe, expect, it } from 'vitest'
import { drawLabels } from '../../../../scripts/sample-labels/draw-labels.ts'

const [SKY, TREE, WATER] = [3, 5, 22]
const SIDE = 40

/** Dark above row 22, bright below. */
const photo = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at < 22 * SIDE * 3 ? 30 : 220)),
}

const below = (row: number): string => `0,${row} ${SIDE},${row} ${SIDE},${SIDE} 0,${SIDE}`

describe('labels drawn as outlines', () => {
  it('fill outlines from back to front', async () => {
    // Bug it would catch: boats that vanish under the water they lie on.
    const boat = '10,25 20,25 20,30 10,30'
    const { data } = await drawLabels(photo, { ground: SKY, reach: 0, outlines: [[WATER, below(20)], [TREE, boat]] }) // prettier-ignore
    const at = (x: number, y: number): number | undefined => data[y * SIDE + x]
    expect([at(5, 19), at(5, 20), at(15, 27), at(21, 27), at(15, 31)]).toEqual([SKY, WATER, TREE, WATER, WATER])
  })

  it('move their borders to where the colours change', async () => {
    // Bug it would catch: a rim of sky that is copied along with a mountain.
    const { data } = await drawLabels(photo, { ground: SKY, reach: 4, outlines: [[WATER, below(20)]] })
    expect(data[21 * SIDE + 9]).toBe(SKY)
    expect(data[23 * SIDE + 9]).toBe(WATER)
  })
})
