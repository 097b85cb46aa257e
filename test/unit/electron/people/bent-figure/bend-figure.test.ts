import { describe, expect, it } from 'vitest'
import { BODY_POINTS } from '../../../../../electron/contract/poses/body-18.ts'
import {
  bendFigure,
  cutFigure,
  type BentFigure,
  type Figure,
} from '../../../../../electron/people/bent-figure/bend-figure.ts'
import { ARM_COLOURS, BACKGROUND, colourAt, paintedFigure, plain, standing, TRUNK_COLOUR } from './stick-figure.ts'

/** The left arm straight out to the side. */
const SIDEWAYS = { 'left elbow': [94, 38], 'left wrist': [114, 38] } as const

function bent(figure: Figure, pose: Figure['pose'], background: Figure['photo']): BentFigure | undefined {
  const cut = cutFigure(figure)
  return cut === undefined ? undefined : bendFigure(cut, pose, background)
}

describe('a person bent into another pose', () => {
  // Bug it would catch: parts that shift, shrink or lose their rims although nothing was to move.
  it('stays as it is in its own pose', () => {
    const figure = paintedFigure(standing())
    const made = bent(figure, standing(), plain())
    const apart = made?.image.data.map((level, at) => Math.abs(level - (figure.photo.data[at] ?? 0))) ?? []
    const wrong = apart.filter((levels) => levels > 40).length
    expect(made).toBeDefined()
    expect(wrong / apart.length).toBeLessThan(0.01)
  })

  // Bug it would catch: an arm that stays where it was, or that is drawn twice.
  it('has a raised arm where it is asked, and none where it hung', () => {
    const made = bent(paintedFigure(standing()), standing(SIDEWAYS), plain())
    if (made === undefined) throw new Error('was not bent')
    for (const x of [86, 94, 104, 112]) expect(colourAt(made.image, x, 38)).toEqual(ARM_COLOURS.left)
    for (const y of [62, 70, 76]) expect(colourAt(made.image, 85, y)).toEqual(BACKGROUND)
    expect(colourAt(made.image, 60, 60)).toEqual(TRUNK_COLOUR)
    expect(colourAt(made.image, 35, 70)).toEqual(ARM_COLOURS.right)
  })

  // Bug it would catch: a hole in the coat where a hand lay before it.
  it('shows the trunk where an arm lay before it', () => {
    const folded = standing({ 'left elbow': [78, 62], 'left wrist': [58, 62] })
    const made = bent(paintedFigure(folded), standing(), plain())
    if (made === undefined) throw new Error('was not bent')
    for (const x of [56, 60, 64]) expect(colourAt(made.image, x, 62)).toEqual(TRUNK_COLOUR)
    expect(colourAt(made.image, 85, 74)).toEqual(ARM_COLOURS.left)
  })

  // Bug it would catch: a person without an arm because the photo hides it behind their back.
  it('lends an arm that the photo does not show from the other side', () => {
    const hidden = paintedFigure(standing({ 'left elbow': null, 'left wrist': null }))
    const made = bent(hidden, standing(SIDEWAYS), plain())
    if (made === undefined) throw new Error('was not bent')
    for (const x of [88, 100, 110]) expect(colourAt(made.image, x, 38)).toEqual(ARM_COLOURS.right)
    expect(made.pose.points[BODY_POINTS.indexOf('left wrist')]).toEqual([114, 38])
  })

  // Bug it would catch: the network told of a leg that its exemplar does not show.
  it('says which joints the picture shows', () => {
    const figure = paintedFigure(
      standing({ 'left knee': null, 'left ankle': null, 'right knee': null, 'right ankle': null }),
    )
    const made = bent(figure, standing(), plain())
    const missing = BODY_POINTS.filter((_, index) => made?.pose.points[index] === null)
    expect(missing).toEqual(['right knee', 'right ankle', 'left knee', 'left ankle'])
    expect(made?.isWhole).toBe(false)
    expect(bent(paintedFigure(standing()), standing(SIDEWAYS), plain())?.isWhole).toBe(true)
  })

  // Bug it would catch: a question about a pixel that points to the wrong place of the photo.
  it('knows where each pixel of it comes from', () => {
    const made = bent(paintedFigure(standing()), standing(SIDEWAYS), plain())
    const at = (38 * 120 + 113) * 2
    expect(made?.origins[at]).toBeCloseTo(86, -1)
    expect(made?.origins[at + 1]).toBeCloseTo(78, -1)
    expect(made?.origins[0]).toBeNaN()
    expect(made?.coverage[38 * 120 + 100]).toBe(1)
    expect(made?.coverage[0]).toBe(0)
  })

  it('is left alone where a trunk is not seen whole', () => {
    const unseen = { 'left hip': null, 'right hip': null }
    expect(bent(paintedFigure(standing(unseen)), standing(), plain())).toBeUndefined()
    expect(bent(paintedFigure(standing()), standing(unseen), plain())).toBeUndefined()
  })
})
