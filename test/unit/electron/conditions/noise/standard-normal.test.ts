import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { standardNormal } from '../../../../../electron/conditions/noise/standard-normal.ts'
import { readFixture } from '../fixture.ts'

const parametersSchema = z.object({ seed: z.number(), sha256: z.string() })

describe('standardNormal', () => {
  // Would catch: an engine or an edit that changes one bit of the noise, so that old projects give other pictures.
  it.each(readFixture('noise'))('gives the bits of the Python reference for $name', (fixture) => {
    const { seed, sha256 } = parametersSchema.parse(fixture.parameters)
    const bytes = new Uint8Array(standardNormal(151 * 64 * 64, seed).buffer)
    const start = fixture.array('start').data
    expect(bytes.subarray(0, start.length)).toEqual(start)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  })
})
