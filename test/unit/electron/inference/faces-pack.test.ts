import { describe, expect, it } from 'vitest'
import type { LabelMap } from '../../../../electron/contract/label-map.ts'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { colouredFace, drawnFace } from '../faces/bent-face/drawn-face.ts'
import { realEngine } from './real-engine.ts'

const SIZE = { width: 128, height: 128 }
const shown = drawnFace()

function request(labels: LabelMap): SynthesisRequest {
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: 'faces' },
    condition: { kind: 'labels', labels },
    exemplar: { image: colouredFace(shown), condition: { kind: 'labels', labels: shown } },
    size: SIZE,
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 1,
  }
}

describe('the shipped pack of faces', () => {
  // Bug it would catch: a warp made of shreds again, because the bent exemplar never reaches the generator.
  it('warps the exemplar by bending its face, and tells where each pixel is from', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const layout = drawnFace({ x: 68, mouthWidth: 14, eyesDown: 54 })
    let warp: RgbImage | undefined
    const outcome = await client.generate(request(layout), { onPreview: ({ image }) => (warp = image) }).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    expect(outcome.result.timings.map(({ stage }) => stage)).toContain('bend')
    expect(warp?.data[(70 * 128 + 68) * 3]).toBe(20)
    const asked = await client.queryCorrespondence(request(layout), { x: 68, y: 70 }).outcome
    if (asked.kind !== 'done') throw new Error(asked.kind)
    expect(asked.result.bestMatch.x).toBeGreaterThan(56)
    expect(asked.result.bestMatch.x).toBeLessThan(72)
  }, 120_000)
})
