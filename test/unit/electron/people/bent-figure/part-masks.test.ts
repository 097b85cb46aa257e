import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bodyHeight } from '../../../../../electron/people/body-height.ts'
import { NOBODY, partMasks } from '../../../../../electron/people/bent-figure/part-masks.ts'
import { partPlaces } from '../../../../../electron/people/bent-figure/part-places.ts'
import { PERSON_CLASSES } from '../../../../../electron/people/bent-figure/person-classes.ts'
import { trunkOf } from '../../../../../electron/people/bent-figure/trunk.ts'
import { paintedFigure, standing, WIDTH } from './stick-figure.ts'

function partsOf(classOf: Parameters<typeof paintedFigure>[1]): (x: number, y: number) => string | undefined {
  const { pose, mask, classes } = paintedFigure(standing(), classOf)
  const trunk = trunkOf(pose)
  if (trunk === undefined) throw new Error('the trunk is not seen')
  const places = partPlaces(pose, trunk, bodyHeight(pose))
  const numbers = partMasks(mask, classes, places)
  return (x, y) => {
    const number = numbers[y * WIDTH + x] ?? NOBODY
    return number === NOBODY ? undefined : places[number]?.name
  }
}

describe('the parts of a person', () => {
  it('lie around their lines, arms before the trunk', () => {
    const part = partsOf(() => 'upper garment')
    expect(part(60, 60)).toBe('trunk')
    expect(part(36, 68)).toBe('right arm')
    expect(part(60, 20)).toBe('head')
    expect(part(5, 5)).toBeUndefined()
  })

  // Bug it would catch: a coat that is cut in two and walks away with the legs.
  it('leave with the trunk what hangs from it, and give trousers to the legs', () => {
    expect(partsOf(() => 'coat')(50, 112)).toBe('trunk')
    expect(partsOf(() => 'lower garment')(50, 112)).toBe('right leg')
  })

  // Bug it would catch: a hand in a pocket that takes a piece of the trousers with it.
  it('leave trousers alone where a hand is in their pocket', () => {
    expect(partsOf(() => 'lower garment')(36, 74)).not.toBe('right arm')
  })

  // Bug it would catch: long hair that stays on the shoulders when the head moves.
  it('give all hair to the head', () => {
    expect(partsOf((part) => (part === 'trunk' ? 'hair' : 'coat'))(60, 60)).toBe('head')
  })
})

describe('the classes of people', () => {
  // Bug it would catch: a new parser of people whose classes are numbered otherwise.
  it('are numbered as the annotator numbers them', async () => {
    const text = await readFile('models/annotators/person-parts/manifest.json', 'utf8')
    const { classes } = z
      .object({ classes: z.array(z.object({ id: z.number(), name: z.string() })) })
      .parse(JSON.parse(text))
    expect(classes).toEqual(PERSON_CLASSES.map((name, id) => ({ id, name })))
  })
})
