import { describe, expect, it } from 'vitest'
import { lentTone, toneByClass, toned } from '../../../../electron/photo-edit/lent-tone.ts'
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
    const tone = lentTone(toneByClass(forest.colours, forest.labels), toneByClass(slope.colours, slope.labels), GRASS)
    const fitted = toned(forest.colours, forest.labels, GRASS, tone)
    const grass = fitted.data[(30 * 40 + 10) * 3] ?? 0
    expect(grass).toBeGreaterThan(100)
    expect(grass).toBeLessThan(140)
    expect(fitted.data[0], 'the rest of the lender stays').toBe(forest.colours.data[0])
  })

  // Bug it would catch: grass of a green forest that glows among grey rocks.
  it('makes a class no more colourful than the photo is', () => {
    const forest = photo(GRASS, 80, 120)
    for (let at = 0; at < forest.labels.data.length; at++) {
      forest.colours.data[at * 3] = (forest.colours.data[at * 3] ?? 0) - 40
      forest.colours.data[at * 3 + 1] = (forest.colours.data[at * 3 + 1] ?? 0) + 40
    }
    const rocks = photo(WATER, 80, 120)
    const tone = lentTone(toneByClass(forest.colours, forest.labels), toneByClass(rocks.colours, rocks.labels), GRASS)
    expect(tone.chroma).toBeLessThan(0.7)
    const { data } = toned(forest.colours, forest.labels, GRASS, tone)
    const at = (30 * 40 + 10) * 3
    expect((data[at + 1] ?? 0) - (data[at] ?? 0)).toBeLessThan(0.7 * 80)
  })

  // Bug it would catch: a bright sky lent to a bright beach that is nothing but white.
  it('never brightens a class until its texture is lost', () => {
    const clouds = photo(WATER, 90, 225)
    const beach = photo(WATER, 200, 230)
    const tone = lentTone(toneByClass(clouds.colours, clouds.labels), toneByClass(beach.colours, beach.labels), SKY)
    const { data } = toned(clouds.colours, clouds.labels, SKY, tone)
    expect(data[0] ?? 0).toBeLessThan(255)
    expect(Math.abs((data[0] ?? 0) - (data[3] ?? 0))).toBeGreaterThan(5)
  })

  it('leaves it as it is where the light is the same, or nothing can be compared', () => {
    const same = photo(GRASS, 90, 180)
    const tones = toneByClass(same.colours, same.labels)
    expect(lentTone(tones, tones, GRASS)).toEqual({ gain: 1, offset: 0, chroma: 1 })
    expect(lentTone(tones, new Map(), GRASS)).toEqual({ gain: 1, offset: 0, chroma: 1 })
  })
})
