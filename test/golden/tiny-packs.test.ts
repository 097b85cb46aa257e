import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { SessionPool } from '../../electron/inference/session-pool.ts'
import { readPack } from '../../electron/packs/installed-pack.ts'
import { goldenStages, readGolden } from './golden-tensors.ts'

const fixture = (relative: string): string => fileURLToPath(new URL(`../fixtures/${relative}`, import.meta.url))
/** A pack of labels, one of parts or edges, and one of poses. */
const PACKS = [
  ['packs/tiny', 'golden/tiny'],
  ['condition-packs/tiny-faces', 'golden/tiny-faces'],
  ['condition-packs/tiny-people', 'golden/tiny-people'],
] as const
const CASES = PACKS.flatMap(([pack, golden]) =>
  goldenStages(fixture(golden)).map((one) => ({ ...one, pack, golden: fixture(golden) })),
)

/**
 * Weights are stored as float16 and the match divides by a small temperature, so that single values may move; the whole
 * may not. The mean bound would already catch a wrong padding, the share of far values a wrong copy.
 */
const MEAN_TOLERANCE = 3e-3
const FAR = 0.15
const FAR_SHARE = 0.01

function differences(actual: ArrayLike<number | bigint>, expected: ArrayLike<number | bigint>): [number, number] {
  let sum = 0
  let far = 0
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(Number(actual[i]) - Number(expected[i]))
    sum += difference
    if (difference > FAR) far += 1
  }
  return [sum / expected.length, far / expected.length]
}

describe('the graphs of the tiny packs, stage by stage from the same inputs', () => {
  it.each(CASES)('$pack, $condition condition: $stage gives what PyTorch gives', async (one) => {
    const { stage, inputs, outputs, pack, golden } = one
    const { folder, manifest } = await readPack(fixture(pack))
    const description = manifest.stages.find(({ name }) => name === stage)
    if (description === undefined) throw new Error(`the pack has no stage ${stage}`)
    const sessions = new SessionPool(new OnnxRuntime(), { provider: 'cpu', threads: 1 }, { kind: 'fail' })
    const feeds = new Map(inputs.map((input) => [input.name, readGolden(golden, input)]))
    const results = await sessions.run({ folder, graph: description }, feeds)
    for (const output of outputs) {
      const actual = results.get(output.name)
      const expected = readGolden(golden, output)
      expect(actual?.shape, output.name).toEqual(expected.shape)
      const [mean, farShare] = differences(actual?.data ?? [], expected.data)
      expect(mean, `mean difference of ${output.name}`).toBeLessThanOrEqual(MEAN_TOLERANCE)
      expect(farShare, `share of ${output.name} that is far off`).toBeLessThanOrEqual(FAR_SHARE)
    }
    await sessions.dispose()
  })
})
