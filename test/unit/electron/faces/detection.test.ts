import { describe, expect, it } from 'vitest'
import { decodeDetections } from '../../../../electron/faces/detection/decode-detections.ts'
import type { Detection } from '../../../../electron/faces/detection/detection.ts'
import { mergeDetections } from '../../../../electron/faces/detection/suppress.ts'
import { planTiles } from '../../../../electron/faces/detection/tile-plan.ts'
import { cropToPicture } from '../../../../electron/faces/geometry/similarity.ts'

const IDENTITY = { a: 1, b: 0, x: 0, y: 0 }

describe('the detector’s anchors', () => {
  it('lie at the centres of a 16 grid, two each, then of an 8 grid, six each', () => {
    const places = [0, 1, 2, 33, 511, 512, 518, 895].map((index) => {
      const logits = new Float32Array(896).fill(-9)
      logits[index] = 9
      return decodeDetections(new Float32Array(896 * 16), logits, IDENTITY, 0.5)[0]?.centre
    })
    expect(places).toEqual([
      { x: 4, y: 4 },
      { x: 4, y: 4 },
      { x: 12, y: 4 },
      { x: 4 + 8 * 0 + 0, y: 12 },
      { x: 124, y: 124 },
      { x: 8, y: 8 },
      { x: 24, y: 8 },
      { x: 120, y: 120 },
    ])
  })

  it('turn with a turned tile: the right eye of somebody upside down is found where it is', () => {
    const logits = new Float32Array(896).fill(-9)
    logits[0] = 9
    const regressors = new Float32Array(896 * 16)
    regressors.set([60, 60, 20, 30, 50, 55], 0)
    const [face] = decodeDetections(regressors, logits, cropToPicture({ x: 64, y: 64 }, 256, Math.PI, 128), 0.5)
    expect(face?.side).toBeCloseTo(60)
    expect(face?.centre.x).toBeCloseTo(64)
    expect(face?.points[0]?.x).toBeCloseTo(64 + 2 * 10)
    expect(face?.points[0]?.y).toBeCloseTo(64 + 2 * 5)
  })
})

function detection(x: number, side: number, score: number): Detection {
  return { centre: { x, y: 50 }, side, points: [{ x, y: 45 }], score }
}

describe('merging detections', () => {
  it('averages one face by score and keeps two neighbours apart', () => {
    const merged = mergeDetections([detection(50, 40, 0.9), detection(54, 40, 0.6), detection(100, 40, 0.7)], 0.3)
    expect(merged).toHaveLength(2)
    expect(merged[0]?.centre.x).toBeCloseTo((50 * 0.9 + 54 * 0.6) / 1.5)
    expect(merged[0]?.score).toBe(0.9)
    expect(merged[1]?.centre.x).toBe(100)
  })
})

describe('the plan of tiles', () => {
  it('shows every face of a wide photo whole and large enough in some tile', () => {
    const [width, height, face] = [3000, 900, 60]
    const tiles = planTiles(width, height, face).flat()
    for (let x = face / 2; x <= width - face / 2; x += 37)
      for (let y = face / 2; y <= height - face / 2; y += 41) {
        const seen = tiles.some(
          ({ centre, extent }) =>
            Math.abs(centre.x - x) <= (extent - face) / 2 &&
            Math.abs(centre.y - y) <= (extent - face) / 2 &&
            face / extent >= 0.1,
        )
        expect(seen, `face at ${String(x)}, ${String(y)}`).toBe(true)
      }
  })
})
