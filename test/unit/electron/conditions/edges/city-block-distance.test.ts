import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityBlockDistance, UNREACHED } from '../../../../../electron/conditions/edges/city-block-distance.ts'

describe('cityBlockDistance', () => {
  it('is the smallest |dx| + |dy| to a seed, by brute force', () => {
    // Would catch: a pass that forgets a direction, so that distances behind a corner come out too large.
    const image = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([width, height]) =>
        fc
          .array(fc.constantFrom(0, 0, 0, 1), { minLength: width * height, maxLength: width * height })
          .map((seeds) => ({ width, height, seeds })),
      )
    fc.assert(
      fc.property(image, ({ width, height, seeds }) => {
        const seedPixels = seeds.flatMap((seed, pixel) => (seed === 1 ? [pixel] : []))
        const expected = seeds.map((_, pixel) =>
          Math.min(
            UNREACHED,
            ...seedPixels.map(
              (seed) =>
                Math.abs((seed % width) - (pixel % width)) +
                Math.abs(Math.floor(seed / width) - Math.floor(pixel / width)),
            ),
          ),
        )
        expect([...cityBlockDistance(Uint8Array.from(seeds), width, height)]).toEqual(expected)
      }),
    )
  })
})
