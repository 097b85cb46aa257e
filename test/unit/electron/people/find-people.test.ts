import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PosePoint } from '../../../../electron/contract/poses/pose-people.ts'
import { crowd, portrait, referencePoints } from '../inference/recipes/make-up/face-photos.ts'
import { realEngine } from '../inference/real-engine.ts'

/** FaceMesh's tip of the nose, and the corners of both eyes (the person's right one first). */
const NOSE = [1]
const RIGHT_EYE = [33, 133]
const LEFT_EYE = [362, 263]

async function found(exemplar: Awaited<ReturnType<typeof portrait>>): Promise<(readonly PosePoint[])[]> {
  const outcome = await realEngine().findPeople(exemplar.image).outcome
  if (outcome.kind !== 'done') throw new Error('nobody cancelled it')
  return outcome.result.people.map(({ body }) => body)
}

describe('finding people with the shipped networks', () => {
  it('puts nose and eyes where MediaPipe’s face mesh has them, and hides what the photo does not show', async () => {
    // Would catch: crops, scales or orders of points that differ from what the networks were made for.
    const [body, ...others] = await found(await portrait('male_42'))
    expect(others).toEqual([])
    const reference = await referencePoints('male_42')
    const middle = (points: readonly number[], axis: number): number =>
      points.reduce((sum, point) => sum + (reference[point * 2 + axis] ?? 0), 0) / points.length
    for (const [joint, points] of [
      [0, NOSE],
      [14, RIGHT_EYE],
      [15, LEFT_EYE],
    ] as const) {
      const place = body?.[joint]
      const away = Math.hypot((place?.[0] ?? 0) - middle(points, 0), (place?.[1] ?? 0) - middle(points, 1))
      // The face is 200 pixels high.
      expect(away, `joint ${String(joint)}`).toBeLessThan(12)
    }
    // Shoulders on their own sides; hips, knees and ankles are outside the photo.
    expect(body?.[2]?.[0]).toBeLessThan(body?.[5]?.[0] ?? 0)
    expect([8, 9, 10, 11, 12, 13].map((joint) => body?.[joint])).toEqual([null, null, null, null, null, null])
  })

  it('finds everybody in a row of small people', async () => {
    // Would catch: only the largest person returned, or one person returned for every part of the photo.
    const people = await found(await crowd('male_42', 3, 1, 256))
    const noses = people.map((body) => Math.floor((body[0]?.[0] ?? -1) / 256)).sort()
    expect(noses).toEqual([0, 1, 2])
  })

  it.each([
    ['somebody too small', 1600, 1200, 30, 40],
    ['a strip of a few pixels', 4000, 8, 4000, 8],
    ['a single pixel', 1, 1, 1, 1],
  ])('finds nobody in a photo of %s, and does not fail', async (_, width, height, across, down) => {
    const file = path.join(import.meta.dirname, '../../../../assets/exemplars/people/striped-jumper.jpg')
    const person = await sharp(file).resize(across, down, { fit: 'fill' }).toBuffer()
    const grey = sharp({ create: { width, height, channels: 3, background: '#788ca0' } })
    const data = await grey
      .composite([{ input: person, gravity: 'centre' }])
      .removeAlpha()
      .raw()
      .toBuffer()
    expect(await found({ image: { width, height, data: new Uint8Array(data) }, condition: 'none' })).toEqual([])
  })

  it('finds nobody in an empty picture', async () => {
    const data = Uint8Array.from({ length: 480 * 320 * 3 }, (_, at) => (at * 7) % 251)
    expect(await found({ image: { width: 480, height: 320, data }, condition: 'none' })).toEqual([])
  })
})
