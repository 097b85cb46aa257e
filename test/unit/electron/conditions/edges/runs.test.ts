import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillRuns, runsOf } from '../../../../../electron/conditions/edges/runs.ts'

describe('runs', () => {
  // Bug it would catch: a stretch that ends with the plane is lost, or two that touch become one.
  it('fill again what they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 1, 255), { maxLength: 40 }), (pixels) => {
        const filled = new Uint8Array(pixels.length)
        fillRuns(filled, runsOf(Uint8Array.from(pixels)), 7)
        expect([...filled]).toEqual(pixels.map((pixel) => (pixel === 0 ? 0 : 7)))
      }),
    )
  })
})
