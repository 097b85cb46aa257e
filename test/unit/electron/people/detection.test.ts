import { describe, expect, it } from 'vitest'
import { cropToPicture } from '../../../../electron/faces/geometry/similarity.ts'
import { ImagePyramid } from '../../../../electron/faces/sampling/image-pyramid.ts'
import { decodeDetections } from '../../../../electron/people/detection/decode-detections.ts'
import { detectPeople } from '../../../../electron/people/detection/detect-people.ts'
import { strongestOfEach } from '../../../../electron/people/detection/person-detection.ts'

const ANCHORS = 2254
const IDENTITY = { a: 1, b: 0, x: 0, y: 0 }

/** Answers in which one anchor is sure of a person whose hips are its centre and who is twice 50 pixels tall. */
function answer(anchor?: number): [Float32Array, Float32Array] {
  const logits = new Float32Array(ANCHORS).fill(-9)
  const values = new Float32Array(ANCHORS * 12)
  if (anchor !== undefined) {
    logits[anchor] = 9
    values.set([0, -50], anchor * 12 + 6)
  }
  return [values, logits]
}

describe('the person detector’s anchors', () => {
  it('lie at the centres of grids of 28, 14 and 7 cells, two, two and six each', () => {
    // Would catch: people found a row too low, or the grids in another order.
    const places = [0, 1, 2, 56, 1567, 1568, 1959, 1960, 2253].map(
      (anchor) => decodeDetections(...answer(anchor), IDENTITY, 0.5)[0]?.hips,
    )
    expect(places).toEqual([
      { x: 4, y: 4 },
      { x: 4, y: 4 },
      { x: 12, y: 4 },
      { x: 4, y: 12 },
      { x: 220, y: 220 },
      { x: 8, y: 8 },
      { x: 216, y: 216 },
      { x: 16, y: 16 },
      { x: 208, y: 208 },
    ])
  })

  it('are carried into the photo by the crop that was looked at', () => {
    const [found] = decodeDetections(...answer(0), cropToPicture({ x: 500, y: 300 }, 448, 0, 224), 0.5)
    expect(found?.hips).toEqual({ x: 500 - 224 + 8, y: 300 - 224 + 8 })
    expect(found?.top.y).toBeCloseTo(300 - 224 + 8 - 100)
    expect(found?.score).toBeGreaterThan(0.99)
  })
})

describe('people who were detected more than once', () => {
  it('count once, by their surest detection, and neighbours stay apart', () => {
    const person = (x: number, score: number) => ({ hips: { x, y: 100 }, top: { x, y: 50 }, score })
    const kept = strongestOfEach([person(100, 0.7), person(110, 0.9), person(140, 0.6)])
    expect(kept.map(({ hips, score }) => [hips.x, score])).toEqual([
      [110, 0.9],
      [140, 0.6],
    ])
  })
})

describe('looking for people', () => {
  const looks = async (width: number, height: number, anchor?: number): Promise<number> => {
    let count = 0
    const networks = { run: () => Promise.resolve((count++, answer(anchor))) }
    const image = { width, height, data: new Uint8Array(width * height * 3) }
    await detectPeople(new ImagePyramid(image), networks, () => Promise.resolve())
    return count
  }

  it('looks at parts of a large photo, where people may be small, unless somebody fills it', async () => {
    expect(await looks(600, 500)).toBe(10)
    // 100 of 150 pixels tall in the detector's input.
    const tall = (): number => 28 * 14 * 2 + 14
    expect(await looks(160, 160, tall())).toBe(1)
    expect(await looks(200, 100)).toBe(1)
  })

  it('stops where it is told to', async () => {
    // Would catch: a cancelled search of a large photo that goes on to its end.
    const networks = { run: () => Promise.resolve(answer()) }
    const image = { width: 600, height: 500, data: new Uint8Array(600 * 500 * 3) }
    let calls = 0
    const step = (): Promise<void> => (++calls === 4 ? Promise.reject(new Error('stop')) : Promise.resolve())
    await expect(detectPeople(new ImagePyramid(image), networks, step)).rejects.toThrow('stop')
    expect(calls).toBe(4)
  })
})
