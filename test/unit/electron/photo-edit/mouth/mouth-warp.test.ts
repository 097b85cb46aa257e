import { describe, expect, it } from 'vitest'
import {
  edgesAt,
  mouthShape,
  openingOf,
  type MouthShape,
} from '../../../../../electron/photo-edit/mouth/mouth-shape.ts'
import { mouthWarp } from '../../../../../electron/photo-edit/mouth/mouth-warp.ts'
import { drawnLabels } from '../../detail/textured-pictures.ts'
import { MOUTH, mouthOf } from './mouths.ts'

const SIDE = 200

function shapeOf(half: number, opening: number): MouthShape {
  const shape = mouthShape(mouthOf(SIDE, half, opening), MOUTH)
  if (shape === undefined) throw new RangeError('The drawn mouth is one.')
  return shape
}

describe('the outline of a mouth', () => {
  it('has the edges of both lips, which meet at the corners', () => {
    const shape = shapeOf(40, 12)
    expect([shape.left, shape.right]).toEqual([0.3, 0.7])
    edgesAt(shape, 0.5).forEach((edge, index) => {
      expect(edge).toBeCloseTo(([86, 94, 106, 114][index] ?? 0) / SIDE, 5)
    })
    expect(new Set(edgesAt(shape, 0)).size).toBe(1)
    expect(openingOf(shape)).toBeCloseTo(12 / SIDE, 5)
  })

  it('is none where a lip lacks', () => {
    expect(
      mouthShape(
        drawnLabels(SIDE, SIDE, (x, y) => (x > 50 && x < 90 && y > 90 && y < 99 ? 12 : 1)),
        MOUTH,
      ),
    ).toBe(undefined)
  })
})

describe('a mouth that takes another shape', () => {
  const from = shapeOf(30, 12)

  // Would catch: teeth painted as lips and corners that are not stretched out to the new ones.
  it('takes corners from corners, lips from lips and teeth from teeth', () => {
    const { source } = mouthWarp(from, shapeOf(40, 24))
    expect(source({ x: 0.3, y: 0.5 }).x).toBeCloseTo(0.35, 3)
    expect(source({ x: 0.5, y: (100 - 16) / SIDE }).y).toBeCloseTo((100 - 10) / SIDE, 3)
    const teeth = source({ x: 0.5, y: 0.53 })
    expect(teeth.y).toBeCloseTo(0.515, 3)
    expect(teeth.between?.down).toBeCloseTo(0.75, 3)
    expect(source({ x: 0.5, y: 0.42 }).between).toBe(undefined)
  })

  // Would catch: skin that folds over itself around a mouth that moves far.
  it('moves the skin around it less the farther away it is, in order', () => {
    const { source, reach } = mouthWarp(from, shapeOf(45, 40))
    let last = -1
    for (let y = 0.5 - 30 / SIDE - reach; y < 0.5; y += 0.002) {
      const old = source({ x: 0.5, y })
      expect(old.y).toBeGreaterThan(last)
      last = old.y
    }
    const far = { x: 0.5, y: 0.5 - 30 / SIDE - reach }
    expect(source(far)).toBe(far)
  })

  it('stays as it is where its shape does', () => {
    const { source } = mouthWarp(from, from)
    for (const y of [0.4, 0.46, 0.5, 0.55]) expect(source({ x: 0.45, y }).y).toBeCloseTo(y, 5)
  })
})
