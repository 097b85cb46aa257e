import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { resultOf, type BenchHost } from '../engine/bench-host.ts'
import { median } from '../engine/median.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import type { Measurement } from '../measurement.mjs'
import { processorTime } from './processor-time.ts'

/** Milliseconds from the request until there is something to see. */
export interface PreviewTimes {
  /** The change with the generated picture's own detail. */
  readonly sketch: number
  /** The change with the photo's texture. */
  readonly whole: number
  /** Of the host, for the whole; undefined where the system does not tell. */
  readonly processor: number | undefined
}

export async function previewTimes(host: BenchHost, request: RequestOf<'photo-edit'>): Promise<PreviewTimes> {
  const before = processorTime(host.processId)
  const start = performance.now()
  let sketch: number | undefined
  const onPreview = (preview: { readonly recipe: string; readonly patches?: readonly unknown[] }): void => {
    if ((preview.patches ?? []).length > 0) sketch ??= performance.now() - start
  }
  await resultOf(host.client.generate(request, { onPreview }))
  const whole = performance.now() - start
  const after = processorTime(host.processId)
  const processor = before === undefined || after === undefined ? undefined : after - before
  if (sketch === undefined) throw new Error('A preview came without a sketch.')
  return { sketch, whole, processor }
}

/** Medians over several edits. @param edit what they are called @param sketchJudged what the first sketch is held to */
export function previewMeasurements(
  edit: string,
  previews: readonly PreviewTimes[],
  sketchJudged: { readonly limit?: number; readonly aim?: number },
): readonly Measurement[] {
  const processor = previews.flatMap((each) => each.processor ?? [])
  return [
    milliseconds(`first sketch of ${edit}`, median(previews.map(({ sketch }) => sketch)), sketchJudged),
    milliseconds(`refined preview of ${edit}`, median(previews.map(({ whole }) => whole)), { aim: 300 }),
    ...(processor.length === 0
      ? []
      : [milliseconds(`refined preview of ${edit}, processor time of the host`, median(processor))]),
  ]
}
