import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exemplarNoise } from '../../../../../electron/conditions/noise/exemplar-noise.ts'
import { readFixture } from '../fixture.ts'

const parametersSchema = z.object({ seed: z.number(), sha256: z.string() })

describe('exemplarNoise', () => {
  // Would catch: an engine or an edit that changes one bit of the noise, so that old projects give other pictures.
  it.each(readFixture('noise'))('gives the bits of the Python reference for $name', (fixture) => {
    const { seed, sha256 } = parametersSchema.parse(fixture.parameters)
    const { data } = exemplarNoise(seed, 151, 64, 64)
    const bytes = new Uint8Array(data.buffer)
    const start = fixture.array('start').data
    expect(bytes.subarray(0, start.length)).toEqual(start)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  })
})
