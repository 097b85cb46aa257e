import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { resampleImage } from '../../../../../electron/inference/preprocess/resample-image.ts'

const sideSchema = z.tuple([z.number(), z.number()])
const fixtureSchema = z.object({ cases: z.array(z.object({ from: sideSchema, to: sideSchema, base64: z.string() })) })
const fixture = fixtureSchema.parse(
  JSON.parse(readFileSync(new URL('../../../../fixtures/resampling/pillow-bicubic.json', import.meta.url), 'utf8')),
)

/** The fixture's source picture: busy enough that the filter overshoots and clamps. */
function source(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37 + (i >> 3) * 11 + ((i * i) >> 5)) % 256)
}

describe('resampleImage', () => {
  // Catches a filter without antialiasing, another cubic, or rounding between the passes that differs from Pillow's:
  // the networks would see other photos than they were trained on.
  it.each(fixture.cases)('equals Pillow to the bit from $from to $to', ({ from, to, base64 }) => {
    const [width, height] = from
    const resized = resampleImage({ width, height, data: source(width, height) }, { width: to[0], height: to[1] })
    expect([resized.width, resized.height]).toEqual(to)
    expect(Buffer.from(resized.data).toString('base64')).toBe(base64)
  })

  it('returns the very image when the size is right, so that nothing is copied', () => {
    const image = { width: 4, height: 4, data: source(4, 4) }
    expect(resampleImage(image, { width: 4, height: 4 })).toBe(image)
  })
})
