import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where models/training/training/official/write_fixtures.py leaves the reference's results. */
export const OFFICIAL_FIXTURES = join(import.meta.dirname, '../fixtures/official')

const casesSchema = z.object({
  seed: z.number(),
  first: z.number(),
  step: z.number(),
  scale: z.number(),
  cases: z.array(
    z.object({
      variant: z.enum(['ade20k', 'ade20k-noise', 'celebahq', 'celebahqedge', 'deepfashion']),
      width: z.number(),
      file: z.string(),
      bestMatch: z.number(),
      bestWeight: z.number(),
    }),
  ),
})

const description = casesSchema.parse(JSON.parse(readFileSync(join(OFFICIAL_FIXTURES, 'cases.json'), 'utf8')))

export const REFERENCE_SEED = description.seed
export type ReferenceCase = (typeof description.cases)[number]
export const REFERENCE_CASES: readonly ReferenceCase[] = description.cases

/** How far a picture lies from the reference's, over the sampled pixels; both in −1..1. */
export interface Difference {
  readonly maximum: number
  readonly mean: number
}

/** Compares `part` of a case with values [1,3,256,256]. */
export function differenceFrom({ file }: ReferenceCase, part: 'warp' | 'picture', values: Float32Array): Difference {
  const { first, step, scale } = description
  const bytes = readFileSync(join(OFFICIAL_FIXTURES, file))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  const perSide = Math.ceil((256 - first) / step)
  const start = part === 'warp' ? 0 : samples.length / 2
  let [maximum, sum] = [0, 0]
  for (let index = 0; index < samples.length / 2; index++) {
    const [channel, row, column] = [
      Math.floor(index / perSide ** 2),
      Math.floor(index / perSide) % perSide,
      index % perSide,
    ]
    const value = values[(channel * 256 + first + row * step) * 256 + first + column * step] ?? Infinity
    const difference = Math.abs(value - (samples[start + index] ?? Infinity) / scale)
    maximum = Math.max(maximum, difference)
    sum += difference
  }
  return { maximum, mean: sum / (samples.length / 2) }
}
