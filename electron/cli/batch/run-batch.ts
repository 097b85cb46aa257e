import { join } from 'node:path'
import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PictureResult, StageTiming } from '../../contract/generation-result.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { encodePhotoPng } from '../../images/encode-png.ts'
import { ImageError } from '../../images/image-error.ts'
import type { Engine } from '../engine/engine.ts'
import { throwIfCancelled } from '../engine/with-engine.ts'
import { sha256 } from '../output/digest.ts'
import { exemplarOf, readExemplarPhoto } from '../rendering/read-exemplar.ts'
import { fitCondition } from '../rendering/fit-condition.ts'
import { readCondition } from '../rendering/read-condition.ts'
import { pairFile, type BatchPlan, type InputFailure, type PlannedExemplar, type PlannedLayout } from './batch-plan.ts'
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
 * A photo that cannot be read loses its column, with one sentence; any other failure ends the batch, and a later run
 * goes on from there.
 */
export async function runBatch(
  plan: BatchPlan,
  run: BatchRun,
): Promise<{ readonly pictures: readonly BatchPicture[]; readonly failures: readonly InputFailure[] }> {
  const pictures: BatchPicture[] = []
  const failures: InputFailure[] = []
  for (const exemplar of plan.exemplars) {
    let decoded: Exemplar | undefined
    try {
      for (const layout of plan.layouts) {
        throwIfCancelled(run.signal)
        const file = pairFile(layout, exemplar)
        const key = run.keyOf(layout, exemplar)
        const finished = await run.state.finished(file, key)
        if (finished !== undefined) {
          pictures.push({
            file,
            layout: layout.path,
            exemplar: exemplar.path,
            sha256: finished,
            skipped: true,
            timings: [],
          })
          run.progress.advance(file, 'skipped')
          continue
        }
        decoded ??= await exemplarOf(await readExemplarPhoto(exemplar.path), undefined, plan.manifest)
        const { image, provider, timings } = await makePicture(plan, layout, decoded, run)
        const bytes = await encodePhotoPng(image)
        throwIfCancelled(run.signal)
        await writeFileAtomically(join(run.outFolder, file), bytes)
        const digest = sha256(bytes)
        await run.state.record(file, key, digest)
        pictures.push({
          file,
          layout: layout.path,
          exemplar: exemplar.path,
          sha256: digest,
          skipped: false,
          provider,
          timings,
        })
        run.progress.advance(file, 'made')
      }
    } catch (error) {
      if (!(error instanceof ImageError) || error.problem === 'unwritable') throw error
      failures.push({ path: exemplar.path, message: error.message })
      run.progress.say(error.message)
      for (const layout of plan.layouts) run.progress.advance(pairFile(layout, exemplar), 'failed')
    }
  }
  return { pictures, failures }
}

async function makePicture(
  plan: BatchPlan,
  layout: PlannedLayout,
  exemplar: Exemplar,
  run: BatchRun,
): Promise<PictureResult> {
  const { size } = layout
  const { condition } = await readCondition(plan.manifest, { layout: layout.path }, size)
  const engine = await run.engine()
  return engine.generate(
    {
      pack: { id: plan.manifest.id, version: plan.manifest.version },
      condition: fitCondition(condition, size),
      exemplar,
      size,
      seed: run.seed,
      options: {},
      viewId: 'batch',
      revision: 0,
    },
    { signal: run.signal },
  )
}
