import type { SynthesisRequest } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { PictureResult, ProgressStage } from '../../../electron/contract/generation-result.ts'
import { resultOf, type BenchHost } from './bench-host.ts'
import { median } from './median.ts'

/** One picture as its client saw it, in milliseconds since the request. */
export interface Stroke {
  readonly warp: number
  readonly picture: number
  readonly result: PictureResult
}

/** Asks for one picture and waits for it. */
export async function stroke(host: BenchHost, request: SynthesisRequest): Promise<Stroke> {
  const start = performance.now()
  let warp = Number.NaN
  const onPreview = (): void => {
    warp = performance.now() - start
  }
  const result = await resultOf(host.client.generate(request, { onPreview }))
  return { warp, picture: performance.now() - start, result }
}

/** Median time of a stage over the pictures for which it ran. */
export function stageMedian(strokes: readonly Stroke[], stage: ProgressStage): number {
  const runs = strokes.flatMap(({ result }) =>
    result.timings.filter((timing) => timing.stage === stage && !timing.cached),
  )
  return median(runs.map(({ milliseconds }) => milliseconds))
}
