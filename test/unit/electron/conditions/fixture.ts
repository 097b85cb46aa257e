import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const FOLDER = new URL('../../../fixtures/conditions/', import.meta.url)

const arraySchema = z.object({
  dtype: z.enum(['uint8', 'float32']),
  shape: z.array(z.number()),
  offset: z.number(),
})
const fixtureSchema = z.object({
  cases: z.array(z.object({ name: z.string(), parameters: z.unknown(), arrays: z.record(z.string(), arraySchema) })),
})

/** Bytes of a fixture array with its shape; the last two axes of a plane are height and width. */
export interface FixtureArray {
  readonly shape: readonly number[]
  readonly data: Uint8Array
}

/** One case written by models/training/training/conditions_reference. */
export interface FixtureCase {
  readonly name: string
  readonly parameters: unknown
  array(name: string): FixtureArray
}

/** Reads the cases of a fixture that the Python reference generated. */
export function readFixture(name: string): FixtureCase[] {
  const { cases } = fixtureSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))
  const content = gunzipSync(readFileSync(new URL(`${name}.bin.gz`, FOLDER)))
  return cases.map((entry) => ({
    name: entry.name,
    parameters: entry.parameters,
    array(arrayName) {
      const place = entry.arrays[arrayName]
      if (place === undefined) throw new Error(`fixture ${name} has no array ${arrayName}`)
      const length = place.shape.reduce((product, side) => product * side, 1) * (place.dtype === 'float32' ? 4 : 1)
      return { shape: place.shape, data: Uint8Array.from(content.subarray(place.offset, place.offset + length)) }
    },
  }))
}

/** A fixture array [H, W] or [H, W, 3] as the planes and photos of the product. */
export function asImage(array: FixtureArray): { width: number; height: number; data: Uint8Array } {
  const [height, width] = array.shape
  if (height === undefined || width === undefined) throw new Error('a plane has two axes')
  return { width, height, data: array.data }
}

/** Float32 level / 255, which the reference's bytes stand for. */
export function asLevels(array: FixtureArray): Float32Array {
  return Float32Array.from(array.data, (level) => level / 255)
}
