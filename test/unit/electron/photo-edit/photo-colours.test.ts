import { describe, expect, it } from 'vitest'
import { coloursOf, sampledColours } from '../../../../electron/photo-edit/photo-colours.ts'
import { drawnLabels, GRASS, texturedPicture } from '../detail/textured-pictures.ts'
import { photoOf } from './edited-photos.ts'

const picture = texturedPicture(drawnLabels(40, 30, () => GRASS))
const whole = { x: 0, y: 0, width: 40, height: 30 }

describe('colours of a photo', () => {
  // Bug it would catch: every stroke copies all of the small photo that its preview is made in.
  it('are the photo’s own values where nothing has to be changed', () => {
    const photo = photoOf(picture, 8, 3)
    expect(coloursOf(photo, whole).data).toBe(photo.data)
    expect(sampledColours(photo, whole, 40).data).toBe(photo.data)
  })

  it.each([
    [8, 4],
    [16, 3],
    [16, 4],
  ] as const)('have 8-bit steps and no alpha for %i bits and %i channels', (depth, channels) => {
    const { data } = coloursOf(photoOf(picture, depth, channels), whole)
    expect(data).toHaveLength(40 * 30 * 3)
    data.forEach((value, at) => expect(Math.abs(value - (picture.data[at] ?? 0))).toBeLessThan(0.03))
  })

  it('are those of a part, or of one pixel for each place', () => {
    const photo = photoOf(picture, 8, 3)
    const part = coloursOf(photo, { x: 3, y: 2, width: 5, height: 4 })
    expect([...part.data.slice(0, 3)]).toEqual([...photo.data.subarray((2 * 40 + 3) * 3, (2 * 40 + 3) * 3 + 3)])
    expect(sampledColours(photo, whole, 20)).toMatchObject({ width: 20, height: 15 })
  })
})
