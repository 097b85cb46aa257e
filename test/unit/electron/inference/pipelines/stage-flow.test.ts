import path from 'node:path'
import { expect, it } from 'vitest'
import type { ConditionKind } from '../../../../../electron/contract/condition-kind.ts'
import { packManifestSchema, type PackManifest } from '../../../../../electron/contract/pack-manifest.ts'
import type { PackStage } from '../../../../../electron/contract/recipes/models/synthesis-manifest.ts'
import type { TensorValue } from '../../../../../electron/contract/tensor.ts'
import { ByteBoundedCache } from '../../../../../electron/inference/caching/byte-bounded-cache.ts'
import { StageFlow } from '../../../../../electron/inference/pipelines/stage-flow.ts'
import { SessionPool } from '../../../../../electron/inference/session-pool.ts'
import { tensorBytes } from '../../../../../electron/inference/tensor.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { FAKE_GRAPHS, FAKE_MANIFEST, fakeStage, SIDE, writeFakePack } from '../fake-pack.ts'
import { FakeRuntime, filled, type FakeGraph } from '../fake-runtime.ts'

const [, layout] = FAKE_MANIFEST.stages
if (layout === undefined) throw new Error('unreachable')

/** The layout's stage once more, for poses alone. */
const poseLayout: PackStage = {
  ...fakeStage('pose-layout', [{ name: 'condition', dtype: 'float32', shape: [1, 20, 'H', 'W'] }], layout.outputs),
  condition: 'pose',
}

/** A pack of two conditions that share everything but the graph that reads them. */
const twofold: PackManifest = packManifestSchema.parse({
  ...FAKE_MANIFEST,
  conditions: [...FAKE_MANIFEST.conditions, { kind: 'pose', encoding: 'dense', channels: 20 }],
  stages: FAKE_MANIFEST.stages.flatMap((stage) =>
    stage === layout ? [{ ...stage, condition: 'labels' }, poseLayout] : [stage],
  ),
})

async function runsFor(condition: ConditionKind): Promise<{ runs: readonly string[]; code: unknown }> {
  const folder = path.join(writeFakePack(temporaryFolder(), twofold), 'fake')
  const readPose: FakeGraph = () => new Map([['layout_code', filled([1, 1], 10)]])
  const runtime = new FakeRuntime([...FAKE_GRAPHS, [poseLayout, readPose]])
  const sessions = new SessionPool(runtime, { provider: 'cpu', threads: 1 }, { kind: 'fail' })
  const make = (): TensorValue =>
    condition === 'pose'
      ? filled([1, 20, SIDE, SIDE], 0)
      : { dtype: 'int32', shape: [1, SIDE, SIDE], data: new Int32Array(SIDE * SIDE) }
  const flow = new StageFlow(
    {
      pack: { folder, manifest: twofold },
      condition,
      sessions,
      cache: new ByteBoundedCache(0, tensorBytes),
      now: () => 0,
    },
    new Map([['condition', { key: condition, make }]]),
    { checkpoint: () => Promise.resolve(), begin: () => undefined },
  )
  const code = await flow.tensor('layout_code')
  return { runs: runtime.runs, code: code.data[0] }
}

// Would catch: a condition read by the graph of another kind, whose tensor of the same name it would take.
it('runs the graph that is made for the condition’s kind', async () => {
  expect(await runsFor('labels')).toEqual({ runs: ['layout'], code: 0 })
  expect(await runsFor('pose')).toEqual({ runs: ['pose-layout'], code: 10 })
})
