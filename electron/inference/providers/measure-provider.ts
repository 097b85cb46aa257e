import { CocanvasError } from '../../contract/error-codes.ts'
import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import { StageFlow } from '../pipelines/stage-flow.ts'
import type { PipelineJob } from '../pipelines/pipeline-job.ts'
import type { InferenceRuntime } from '../runtime/inference-runtime.ts'
import { SessionPool } from '../session-pool.ts'
import type { NamedTensors } from '../../contract/tensor.ts'
import { tensorBytes } from '../tensor.ts'
import type { ProviderMeasurement } from './provider-self-test.ts'
import { testScene } from '../recipes/exemplar-synthesis/test-scene.ts'

/** The first run warms the provider up (kernels are compiled, memory is laid out) and is not timed. */
const TIMED_RUNS = 3

/** What a measurement needs beside the pack. */
export interface MeasuringTools {
  readonly runtime: InferenceRuntime
  readonly threads: number
  readonly now: () => number
  readonly checkpoint: PipelineJob['checkpoint']
}

/** Renders the test scene with one provider, nothing cached, in sessions of its own that are released afterwards. */
export async function measureProvider(
  provider: ExecutionProvider,
  pack: InstalledPack,
  { runtime, threads, now, checkpoint }: MeasuringTools,
): Promise<ProviderMeasurement> {
  const sessions = new SessionPool(runtime, { provider, threads }, { kind: 'fail' })
  const scene = testScene(pack.manifest)
  const condition = pack.manifest.conditions[0]?.kind ?? 'labels'
  const job: PipelineJob = { checkpoint, begin: () => undefined }
  const render = async (): Promise<Float32Array> => {
    const cache = new ByteBoundedCache<NamedTensors>(0, tensorBytes)
    const flow = new StageFlow({ pack, condition, sessions, cache, now }, scene, job)
    const picture = await flow.tensor(pack.manifest.outputs.picture)
    if (picture.dtype === 'float32') return picture.data
    throw new CocanvasError(
      'pack-broken',
      `The pack ${pack.manifest.id} makes pictures of an unknown kind; install it again.`,
    )
  }
  try {
    let picture = await render()
    const times: number[] = []
    for (let run = 0; run < TIMED_RUNS; run++) {
      const start = now()
      picture = await render()
      times.push(now() - start)
    }
    const [, median = 0] = times.sort((a, b) => a - b)
    return { picture, milliseconds: median }
  } finally {
    await sessions.dispose()
  }
}
