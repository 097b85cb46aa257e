import { describe, expect, it } from 'vitest'
import { lentTone, luminanceByClass, toned } from '../../../../electron/photo-edit/lent-tone.ts'
import { drawnLabels, GRASS, SKY, WATER } from '../detail/textured-pictures.ts'

/** Sky over land, each of one grey with a little contrast. */
function photo(land: number, landGrey: number, skyGrey: number) {
  const labels = drawnLabels(40, 40, (_x, y) => (y < 20 ? SKY : land))
  const data = new Float32Array(40 * 40 * 3)
  labels.data.forEach((label, at) => {
    data.fill((label === SKY ? skyGrey : landGrey) + (at % 2 === 0 ? 5 : -5), at * 3, at * 3 + 3)
  })
  return { colours: { width: 40, height: 40, data }, labels }
}

describe('the tone of what is lent', () => {
  // Bug it would catch: grass from a dark forest that lies on a bright slope like a hole.
  it('brightens a class from a dark photo by what both photos show', () => {
    const forest = photo(GRASS, 40, 90)
    const slope = photo(WATER, 170, 190)
    const tone = lentTone(
      luminanceByClass(forest.colours, forest.labels),
      luminanceByClass(slope.colours, slope.labels),
      GRASS,
    )
    const fitted = toned(forest.colours, forest.labels, GRASS, tone)
    const grass = fitted.data[(30 * 40 + 10) * 3] ?? 0
    expect(grass).toBeGreaterThan(100)
    expect(grass).toBeLessThan(140)
    expect(fitted.data[0], 'the rest of the lender stays').toBe(forest.colours.data[0])
  })

  it('leaves it as it is where the light is the same, or nothing can be compared', () => {
    const same = photo(GRASS, 90, 180)
    const luminance = luminanceByClass(same.colours, same.labels)
    expect(lentTone(luminance, luminance, GRASS)).toEqual({ gain: 1, offset: 0 })
    expect(lentTone(luminance, new Map(), GRASS)).toEqual({ gain: 1, offset: 0 })
  })
})
