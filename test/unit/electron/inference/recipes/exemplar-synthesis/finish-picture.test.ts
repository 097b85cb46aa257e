import { describe, expect, it } from 'vitest'
import type { SynthesisRequest } from '../../../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { detailOf, drawnLabels, GRASS, SKY, texturedPicture } from '../../../detail/textured-pictures.ts'
import { realEngine } from '../../real-engine.ts'

const photoLabels = drawnLabels(240, 160, (_x, y) => (y < 70 ? SKY : GRASS))
const photo = texturedPicture(photoLabels)
const layout = drawnLabels(96, 64, (x, y) => (y < 30 + x / 8 ? SKY : GRASS))

function request(changes: Partial<SynthesisRequest> = {}): SynthesisRequest & { recipe: 'exemplar-synthesis' } {
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: 'tiny' },
    condition: { kind: 'labels', labels: layout },
    exemplar: {
      image: { width: 240, height: 160, data: Uint8Array.from(photo.data) },
      condition: { kind: 'labels', labels: photoLabels },
    },
    size: { width: 96, height: 64 },
    finished: { width: 301, height: 199 },
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 1,
    ...changes,
  }
}

describe('a finished picture', () => {
  // Bug it would catch: pictures of non-square documents that are misshapen by the pack's multiples of 32.
  it('has the size asked for to the pixel, and the detail of the exemplar', async () => {
    const ended = await realEngine().generate(request(), {}).outcome
    if (ended.kind !== 'done') throw new Error(ended.kind)
    const { image, timings } = ended.result
    expect([image.width, image.height]).toEqual([301, 199])
    expect(timings.some(({ stage }) => stage === 'detail')).toBe(true)
    const labels = drawnLabels(301, 199, (_x, y) => (y > 150 ? GRASS : SKY))
    const ratio = detailOf(image, labels, GRASS) / detailOf(photo, photoLabels, GRASS)
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.3)
  })

  it('copies in each region from the region’s own exemplar', async () => {
    const smooth = { width: 240, height: 160, data: new Uint8Array(240 * 160 * 3).fill(120) }
    const map = drawnLabels(96, 64, (x) => (x < 48 ? 0 : 1))
    const ended = await realEngine().generate(
      request({
        regions: { map, exemplars: [{ image: smooth, condition: { kind: 'labels', labels: photoLabels } }] },
      }),
      {},
    ).outcome
    if (ended.kind !== 'done') throw new Error(ended.kind)
    const half = (right: boolean) =>
      drawnLabels(301, 199, (x, y) => (y > 150 && x > 160 === right && Math.abs(x - 150) > 10 ? GRASS : SKY))
    const left = detailOf(ended.result.image, half(false), GRASS)
    const right = detailOf(ended.result.image, half(true), GRASS)
    expect(right).toBeLessThan(left / 3)
  })

  // Bug it would catch: the cancellation of a 2048 picture that was ignored while it was enlarged.
  it('ends soon after it is cancelled, also while its detail is made', async () => {
    const client = realEngine()
    const job = client.generate(request(), { onProgress: (stage) => (stage === 'detail' ? job.cancel() : undefined) })
    expect((await job.outcome).kind).toBe('cancelled')
  })
})
