import { describe, expect, it } from 'vitest'
import { ImagePyramid } from '../../../../electron/faces/sampling/image-pyramid.ts'
import { readLandmarks, regionTowards } from '../../../../electron/people/landmarks/read-landmarks.ts'
import { refineLandmarks } from '../../../../electron/people/landmarks/refine-landmarks.ts'

const MAPS = 39

describe('refining landmarks', () => {
  it('moves a landmark to the centre of mass of its heat map, and leaves it where the map is unsure', () => {
    // Would catch: maps read in another order (map by map instead of cell by cell).
    const heat = new Float32Array(64 * 64 * MAPS).fill(-100)
    for (const x of [31, 32]) heat[(20 * 64 + x) * MAPS + 5] = 4
    heat[(40 * 64 + 40) * MAPS + 6] = -1
    const places = new Float32Array(MAPS * 2)
    places.set([30.2 / 64, 21.9 / 64, 40 / 64, 40.5 / 64], 10)
    refineLandmarks(places, heat)
    expect((places[10] ?? 0) * 64).toBeCloseTo(31.5)
    expect((places[11] ?? 0) * 64).toBeCloseTo(20)
    expect((places[12] ?? 0) * 64).toBeCloseTo(40)
    expect((places[13] ?? 0) * 64).toBeCloseTo(40.5)
  })

  it('passes over landmarks outside the input', () => {
    const places = new Float32Array(MAPS * 2).fill(1.2)
    refineLandmarks(places, new Float32Array(64 * 64 * MAPS).fill(9))
    expect(places[0]).toBeCloseTo(1.2)
  })
})

describe('reading a body', () => {
  it('carries points out of a turned crop and says which are seen', async () => {
    // Would catch: points of somebody lying in the photo turned the wrong way, or logits taken for probabilities.
    const values = new Float32Array(MAPS * 5)
    values.set([128, 28, 0, 5, 5, 128, 228, 0, 5, -5], 0)
    values.set([128, 128, 0, 0, 0, 128, 28, 0, 0, 0], 33 * 5)
    const answers = [
      values,
      Float32Array.of(0.97),
      new Float32Array(256 * 256),
      new Float32Array(64 * 64 * MAPS).fill(-100),
    ]
    const image = { width: 400, height: 300, data: new Uint8Array(400 * 300 * 3) }
    // The head points to the right: the crop's up is the photo's right.
    const region = regionTowards({ x: 200, y: 150 }, { x: 280, y: 150 })
    expect(region.extent).toBeCloseTo(200)
    const networks = { run: () => Promise.resolve(answers) }
    const { landmarks, certainty, region: next } = await readLandmarks(new ImagePyramid(image), networks, region)
    expect(landmarks).toHaveLength(33)
    expect(landmarks[0]?.x).toBeCloseTo(200 + (100 / 256) * 200)
    expect(landmarks[0]?.y).toBeCloseTo(150)
    expect(landmarks[0]?.visibility).toBeGreaterThan(0.99)
    expect(landmarks[1]?.x).toBeCloseTo(200 - (100 / 256) * 200)
    expect(landmarks[1]?.visibility).toBeLessThan(0.01)
    expect(certainty).toBeCloseTo(0.97)
    expect(next.centre.x).toBeCloseTo(200)
    expect(next.extent).toBeCloseTo(2.5 * (100 / 256) * 200)
  })
})
