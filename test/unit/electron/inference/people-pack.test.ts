import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../../electron/contract/condition.ts'
import type { Backdrop } from '../../../../electron/contract/generation-request.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { resampleImage } from '../../../../electron/inference/preprocess/resample-image.ts'
import { realEngine } from './real-engine.ts'
import { portrait } from './recipes/make-up/face-photos.ts'

const SIZE = { width: 224, height: 224 }

/** A man in a photo, how he stands, and the pictures that the shipped pack makes of him as he stands. */
async function posed(): Promise<(backdrop?: Backdrop) => Promise<RgbImage>> {
  const client = realEngine(50_000_000, 'models/packs')
  const { image } = await portrait('male_42')
  const found = await client.findPeople(image).outcome
  const body = found.kind === 'done' ? found.result.people[0]?.body : undefined
  if (body === undefined) throw new Error('Nobody was found.')
  const { width, height } = image
  const condition: Condition = { kind: 'pose', width, height, points: [...body] }
  return async (backdrop) => {
    const outcome = await client.generate({
      recipe: 'exemplar-synthesis',
      pack: { id: 'people' },
      condition,
      exemplar: { image, condition },
      size: SIZE,
      seed: 0,
      options: backdrop === undefined ? {} : { backdrop },
      viewId: 'view',
      revision: 1,
    }).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    return outcome.result.image
  }
}

/** Mean difference in levels inside a box in pixels. */
function apart(one: RgbImage, other: RgbImage, [left, top, right, bottom]: readonly number[]): number {
  let [sum, count] = [0, 0]
  for (let y = top ?? 0; y < (bottom ?? 0); y++)
    for (let at = (y * one.width + (left ?? 0)) * 3; at < (y * one.width + (right ?? 0)) * 3; at++) {
      sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0))
      count += 1
    }
  return sum / count
}

describe('the shipped pack of people', () => {
  it('carries the face over and lays the person on the background that is asked for', async () => {
    const { image } = await portrait('male_42')
    const photo = resampleImage(image, SIZE)
    const picture = await posed()
    const painted = await picture()
    const [kept, plain] = [await picture({ kind: 'kept' }), await picture({ kind: 'plain', colour: [10, 200, 30] })]
    // From the eyes to the mouth it is the photo's own face. Would catch: a face that melts, or one that a background cuts into.
    const face = [95, 100, 128, 145]
    expect(apart(painted, photo, face)).toBeLessThan(8)
    expect(apart(kept, photo, face)).toBeLessThan(8)
    // Would catch: a background that is asked for and not laid, or laid over the person.
    const corner = [0, 0, 12, 12]
    expect(apart(kept, photo, corner)).toBeLessThan(6)
    expect([...plain.data.subarray(0, 3)]).toEqual([10, 200, 30])
    expect(apart(plain, kept, face)).toBeLessThan(4)
  }, 120_000)
})
