import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { SynthesisRequest } from '../../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { readPack } from '../../../../../electron/packs/installed-pack.ts'
import { DensePipeline } from '../../../../../scripts/bench/engine/dense-pipeline.ts'
import { realEngine } from '../../../electron/inference/real-engine.ts'

const packs = path.join(import.meta.dirname, '../../../../fixtures/packs')

/** Sky over grass in the manner of a noisy photo of other proportions, so that a swapped size would show. */
const request: SynthesisRequest = {
  recipe: 'exemplar-synthesis',
  pack: { id: 'tiny' },
  condition: {
    kind: 'labels',
    labels: {
      width: 96,
      height: 64,
      data: Uint8Array.from({ length: 96 * 64 }, (_, pixel) => (pixel < 96 * 30 ? 3 : 10)),
    },
  },
  exemplar: {
    image: {
      width: 64,
      height: 96,
      data: Uint8Array.from({ length: 64 * 96 * 3 }, (_, i) => (i * 37 + (i >> 6)) % 256),
    },
    condition: {
      kind: 'labels',
      labels: {
        width: 64,
        height: 96,
        data: Uint8Array.from({ length: 64 * 96 }, (_, pixel) => (pixel % 64 < 40 ? 10 : 3)),
      },
    },
  },
  size: { width: 96, height: 64 },
  seed: 0,
  options: {},
  viewId: 'view',
  revision: 0,
}

// A rival with other weights, other inputs or a wrong softmax would still be fast or slow, and the ratio worth nothing.
it('one dense graph, joined from a pack’s stages, makes the engine’s picture', async () => {
  const dense = await DensePipeline.load(await readPack(path.join(packs, 'tiny')))
  onTestFinished(() => dense.dispose())
  const { image, milliseconds } = await dense.run(request)
  const outcome = await realEngine(0).generate(request).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  expect([image.width, image.height]).toEqual([96, 64])
  const ours = outcome.result.image.data
  const difference = image.data.reduce((sum, value, i) => sum + Math.abs(value - (ours[i] ?? 0)), 0) / ours.length
  expect(difference).toBeLessThan(0.5)
  expect(new Set(image.data).size).toBeGreaterThan(20)
  expect(milliseconds).toBeGreaterThan(0)
})
