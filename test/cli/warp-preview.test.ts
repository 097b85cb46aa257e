import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { SynthesisRequest } from '../../electron/contract/recipes/exemplar-synthesis.ts'
import { ChildProcessStarter } from '../../electron/supervision/child-process-starter.ts'
import { InferenceClient } from '../../electron/supervision/inference-client.ts'
import { startTimer } from '../../electron/supervision/timer.ts'

const ROOT = join(import.meta.dirname, '../..')
const SIDE = 512

/** Sky over grass in the manner of a flat photo, large enough that a warp does not leave the host in one piece. */
const request: SynthesisRequest = {
  recipe: 'exemplar-synthesis',
  pack: { id: 'tiny' },
  condition: {
    kind: 'labels',
    labels: {
      width: SIDE,
      height: SIDE,
      data: Uint8Array.from({ length: SIDE * SIDE }, (_, pixel) => (pixel < (SIDE * SIDE) / 2 ? 3 : 10)),
    },
  },
  exemplar: {
    image: { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(120) },
    condition: { kind: 'labels', labels: { width: 64, height: 64, data: new Uint8Array(64 * 64).fill(3) } },
  },
  size: { width: SIDE, height: SIDE },
  seed: 0,
  options: {},
  viewId: 'view',
  revision: 1,
}

// A host computes without reading or writing: a warp that waits in its memory is no preview, it comes with the picture.
it('the built host delivers a large warp before it generates the picture', async () => {
  const client = new InferenceClient({
    starter: new ChildProcessStarter(join(ROOT, 'dist/inference-host.js')),
    configuration: {
      packFolders: [join(ROOT, 'test/fixtures/packs')],
      annotatorFolders: [],
      provider: 'cpu',
      threads: 1,
      cacheBytes: 0,
    },
    startTimer,
    onNotice: () => undefined,
  })
  onTestFinished(() => client.dispose())
  let seen = Number.NaN
  const job = client.generate(request, {
    onPreview: ({ image }) => {
      seen = performance.now()
      expect(image.data).toHaveLength(SIDE * SIDE * 3)
    },
  })
  const outcome = await job.outcome
  const ahead = performance.now() - seen
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  const generating = outcome.result.timings.find(({ stage }) => stage === 'generate')?.milliseconds ?? Infinity
  expect(ahead).toBeGreaterThan(generating / 2)
})
