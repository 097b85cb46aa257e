import { describe, expect, it } from 'vitest'
import { surroundingClasses } from '../../../../../renderer/model/raster/surrounding-classes.ts'

const [WIDTH, HEIGHT] = [12, 8]
const [SKIN, GLASSES, EYE] = [1, 3, 4]
const place = (x: number, y: number): number => y * WIDTH + x

function drawn(labelAt: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => labelAt(at % WIDTH, Math.floor(at / WIDTH)))
}

function filled(data: Uint8Array, removed: number): Uint8Array | undefined {
  return surroundingClasses(
    { width: WIDTH, height: HEIGHT, data },
    data.map((label) => (label === removed ? 1 : 0)),
  )
}

describe('what stands behind an area', () => {
  // Would catch: glasses that are removed by a click and leave eyes as large as their lenses.
  it('is what is around it, and not what lies within it', () => {
    const face = drawn((x, y) => (x === 5 && y === 4 ? EYE : x >= 2 && x < 10 && y >= 2 && y < 7 ? GLASSES : SKIN))
    const behind = filled(face, GLASSES)
    expect(behind?.[place(6, 4)]).toBe(SKIN)
    expect(behind?.[place(4, 4)]).toBe(SKIN)
    expect(behind?.[place(5, 4)]).toBe(EYE)
  })

  it('is what lies within it where nothing is around it', () => {
    const island = drawn((x, y) => (x === 5 && y === 4 ? EYE : SKIN))
    expect(filled(island, SKIN)?.[place(0, 0)]).toBe(EYE)
    expect(
      filled(
        drawn(() => SKIN),
        SKIN,
      ),
    ).toBe(undefined)
  })
})
