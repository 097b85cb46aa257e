import { join } from 'node:path'
import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import { fitCondition } from '../../conditions/condition-table.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PictureResult, StageTiming } from '../../contract/generation-result.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import type { Engine } from '../engine/engine.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { sha256 } from '../output/digest.ts'
import { readCondition } from '../rendering/read-condition.ts'
import { isAboutInputs, sentenceAbout } from './about-inputs.ts'
import type { BatchPlan, InputFailure, PlannedExemplar, PlannedLayout, PlannedPair } from './batch-plan.ts'
import type { BatchProgress } from './batch-progress.ts'
import type { BatchState } from './batch-state.ts'

/** One finished picture of a batch. */
export interface BatchPicture {
  readonly file: string
  readonly layout: string
  readonly exemplar: string
  /** Of the file's bytes. */
  readonly sha256: string
  /** Made by an earlier run. */
  readonly skipped: boolean
  /** What made it; unknown of pictures made earlier. */
  readonly provider?: ExecutionProvider
  readonly timings: readonly StageTiming[]
}

/** What a batch needs besides its plan. */
export interface BatchRun {
  readonly outFolder: string
  readonly state: BatchState
  readonly progress: BatchProgress
  readonly seed: number
  readonly keyOf: (layout: PlannedLayout, exemplar: PlannedExemplar) => string
  /** Started on the first picture that has to be made. */
  readonly engine: () => Promise<Engine>
  readonly signal: AbortSignal
}

/**
 * Makes every pair that is not finished yet, exemplar by exemplar so that each photo is decoded and encoded once.
 * A photo that cannot be read loses its pictures, with one sentence; any other failure ends the batch, and a later run
 * goes on from there.
 */
export async function runBatch(
  plan: BatchPlan,
  run: BatchRun,
): Promise<{ readonly pictures: readonly BatchPicture[]; readonly failures: readonly InputFailure[] }> {
  const pictures: BatchPicture[] = []
  const failures: InputFailure[] = []
  for (const exemplar of plan.exemplars) {
    const pairs = plan.pairs.filter((pair) => pair.exemplar === exemplar)
    let decoded: Exemplar | undefined
    const exemplarOnce = async (): Promise<Exemplar> =>
      (decoded ??= await plan.inputs.exemplar(exemplar, (message) => run.progress.say(message)))
    try {
      for (const pair of pairs) {
        throwIfCancelled(run.signal)
        const picture = (await finishedPicture(pair, run)) ?? (await makePicture(plan, pair, exemplarOnce, run))
        pictures.push(picture)
        run.progress.advance(pair.file, picture.skipped ? 'skipped' : 'made')
      }
    } catch (error) {
      if (!isAboutInputs(error)) throw error
      const message = sentenceAbout(exemplar.path, error)
      failures.push({ path: exemplar.path, message })
      run.progress.say(message)
      for (const { file } of pairs)
        if (!pictures.some((picture) => picture.file === file)) run.progress.advance(file, 'failed')
    }
  }
  return { pictures, failures }
}

async function finishedPicture(pair: PlannedPair, run: BatchRun): Promise<BatchPicture | undefined> {
  const finished = await run.state.finished(pair.file, run.keyOf(pair.layout, pair.exemplar))
  return finished === undefined ? undefined : { ...pathsOf(pair), sha256: finished, skipped: true, timings: [] }
}

async function makePicture(
  plan: BatchPlan,
  pair: PlannedPair,
  exemplar: () => Promise<Exemplar>,
  run: BatchRun,
): Promise<BatchPicture> {
  const { image, provider, timings } = await generate(plan, pair.layout, await exemplar(), run)
  const bytes = await encodePhotoPng(image)
  throwIfCancelled(run.signal)
  await writeFileAtomically(join(run.outFolder, pair.file), bytes)
  const digest = sha256(bytes)
  await run.state.record(pair.file, run.keyOf(pair.layout, pair.exemplar), digest)
  return { ...pathsOf(pair), sha256: digest, skipped: false, provider, timings }
}

function pathsOf({ file, layout, exemplar }: PlannedPair): Pick<BatchPicture, 'file' | 'layout' | 'exemplar'> {
  return { file, layout: layout.path, exemplar: exemplar.path }
}

async function generate(
  plan: BatchPlan,
  layout: PlannedLayout,
  exemplar: Exemplar,
  run: BatchRun,
): Promise<PictureResult> {
  const { size, painted } = layout
  const finished = size.width !== painted.width || size.height !== painted.height
  const { inputs, manifest } = plan
  const { condition } = await readCondition(manifest, inputs.kind, inputs.layoutFiles(layout), size)
  const engine = await run.engine()
  return engine.generate(
    {
      recipe: 'exemplar-synthesis',
      pack: { id: manifest.id, version: manifest.version },
      // Contours are drawn at the finished size, so the layout keeps its own until then.
      condition: finished ? condition : fitCondition(condition, painted),
      exemplar,
      size: painted,
      ...(finished ? { finished: size } : {}),
      seed: run.seed,
      options: plan.options,
      viewId: 'batch',
      revision: 0,
    },
    { signal: run.signal },
  )
}
