import { readFileSync } from 'node:fs'
import { z } from 'zod'

const expectedTensorSchema = z.object({
  type: z.string(),
  shape: z.array(z.number()),
  values: z.array(z.union([z.number(), z.string()])),
})

/** What torch says a tensor holds; int64 and extreme numbers are text. */
export type ExpectedTensor = z.infer<typeof expectedTensorSchema>

const FOLDER = new URL('../../../../fixtures/checkpoints/', import.meta.url)

/** Path of a file that models/training/tools/make_checkpoint_fixtures.py wrote. */
export function checkpointFixture(file: string): string {
  return new URL(file, FOLDER).pathname
}

/** By file, then by tensor name. */
export function readExpectedTensors(): Record<string, Record<string, ExpectedTensor>> {
  const text = readFileSync(checkpointFixture('expected.json'), 'utf8')
  return z.record(z.string(), z.record(z.string(), expectedTensorSchema)).parse(JSON.parse(text))
}

/** Numbers as the expectation states them, so that Object.is compares NaN and −0 too. */
export function asNumbers(values: readonly (number | string)[]): number[] {
  return values.map(Number)
}
