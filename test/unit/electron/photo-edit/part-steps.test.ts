import { describe, expect, it } from 'vitest'
import type { LabelMap } from '../../../../electron/contract/label-map.ts'
import { partClasses } from '../../../../electron/photo-edit/part-classes.ts'
import { partSteps, type ChangedPart } from '../../../../electron/photo-edit/part-steps.ts'
import { drawnLabels } from '../detail/textured-pictures.ts'

const SIDE = 100
const [BACKGROUND, SKIN, NOSE, BROW, HAIR] = [0, 1, 2, 6, 13]
const classes = partClasses([
  { id: BACKGROUND, name: 'background' },
  { id: SKIN, name: 'skin' },
  { id: NOSE, name: 'nose' },
  { id: BROW, name: 'left brow' },
  { id: HAIR, name: 'hair' },
])
const before = drawnLabels(SIDE, SIDE, (x, y) => {
  if (x < 20) return BACKGROUND
  if (x < 50) return HAIR
  if (x >= 60 && x < 70 && y >= 20 && y < 24) return BROW
  return x >= 80 && y >= 40 && y < 60 ? NOSE : SKIN
})
const at = (x: number, y: number): number => y * SIDE + x

function steps(paint: (x: number, y: number, own: number) => number, more: Partial<ChangedPart> = {}) {
  const empty: LabelMap = { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE) }
  return partSteps({
    before,
    after: drawnLabels(SIDE, SIDE, (x, y) => paint(x, y, before.data[at(x, y)] ?? 0)),
    keep: undefined,
    anew: empty,
    inside: new Uint8Array(SIDE * SIDE).fill(1),
    side: SIDE,
    colours: { width: SIDE, height: SIDE, data: new Float32Array(SIDE * SIDE * 3) },
    classes,
    lent: [],
    ...more,
  })
}

describe('the steps of a change of a part', () => {
  // Would catch: the pale patch and the wisps that shorter hair left in the background.
  it('let the background go on with its texture where hair goes, and past the hair', () => {
    const [step, ...others] = steps((x, _y, own) => (x < 35 && own === HAIR ? BACKGROUND : own))
    expect(others).toEqual([])
    expect(step?.way).toBe('textured')
    expect(step?.after.data[at(30, 50)]).toBe(BACKGROUND)
    expect([18, 30].map((x) => step?.anew.data[at(x, 50)])).toEqual([1, 1])
    expect([5, 45].map((x) => step?.anew.data[at(x, 50)])).toEqual([0, 0])
  })

  // Would catch: a fringe with an edge as if it were cut out of paper.
  it('let hair that comes fade out past its labels', () => {
    const [step] = steps((x, _y, own) => (x >= 15 && x < 20 ? HAIR : own))
    expect(step?.after.data[at(14, 50)]).toBe(HAIR)
    expect(step?.anew.data[at(14, 50)]).toBe(0)
    expect([step?.fraying?.hair, step?.fraying?.cells[at(14, 50)]]).toEqual(['made', 1])
    // Its labels say hair, and the photo shows background there.
    expect([step?.unsure[at(14, 50)], step?.unsure[at(40, 50)]]).toEqual([1, 0])
    expect(step?.after.data[at(11, 50)]).toBe(BACKGROUND)
  })

  // Would catch: stair steps along hair that is left where other hair was cut.
  it('let what comes reach a little into hair that stays, where the hair then frays', () => {
    const [step] = steps((x, _y, own) => (x < 35 && own === HAIR ? BACKGROUND : own))
    expect(step?.after.data[at(36, 50)]).toBe(BACKGROUND)
    expect([step?.fraying?.hair, step?.fraying?.cells[at(36, 50)]]).toEqual(['photo', 1])
    expect(step?.anew.data[at(36, 50)]).toBe(0)
    expect(step?.after.data[at(40, 50)]).toBe(HAIR)
  })

  it('let skin go on smoothly, a nose as skin, and never into what stays', () => {
    const [step] = steps((x, y, own) => (own === BROW && x < 65 ? SKIN : x === 79 && y === 50 ? NOSE : own))
    expect(step?.way).toBe('smooth')
    expect(step?.before.data[at(90, 50)]).toBe(SKIN)
    expect([step?.keep.data[at(68, 22)], step?.keep.data[at(62, 22)]]).toEqual([1, 0])
  })

  it('paint what has a shape', () => {
    const [step, ...others] = steps((x, y, own) => (x >= 60 && x < 70 && y >= 16 && y < 24 ? BROW : own))
    expect(others).toEqual([])
    expect(step?.way).toBe('painted')
  })

  // Would catch: a beach continued from three pixels of it, and another photo's hair that nobody looks at.
  it('paint what the part shows too little of, and what another photo lends', () => {
    const most = (x: number, _y: number, own: number): number => (x < 10 ? SKIN : own === BROW ? own : BACKGROUND)
    expect(steps(most).map(({ way }) => way)).toEqual(['painted'])
    const hairier = (x: number, _y: number, own: number): number => (x >= 15 && x < 20 ? HAIR : own)
    expect(steps(hairier).map(({ way }) => way)).toEqual(['hairy'])
    expect(steps(hairier, { lent: [HAIR] }).map(({ way }) => way)).toEqual(['painted'])
  })

  it('leave what is to be kept', () => {
    const keep = { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(1) }
    const kept = steps((x, _y, own) => (x < 35 && own === HAIR ? BACKGROUND : own), { keep })
    expect(kept).toEqual([])
  })
})
