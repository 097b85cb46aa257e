import type { Condition } from '../../contract/condition.ts'
import type { ExecutionProvider } from '../../contract/execution-provider.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PictureResult, ProgressStage } from '../../contract/generation-result.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { Engine } from '../engine/engine.ts'
import type { CliEnvironment } from '../environment.ts'
import { roundMilliseconds } from '../output/timings-text.ts'

/** Medians in milliseconds, over all strokes but the first picture. */
export interface StrokeTimes {
  readonly provider: ExecutionProvider
  /** Loads the graphs and encodes the exemplar. */
  readonly firstPictureMilliseconds: number
  /** From the request to the warp preview; absent when the pack sends none. */
  readonly warpMilliseconds?: number
  readonly pictureMilliseconds: number
  readonly stages: readonly { readonly stage: ProgressStage; readonly milliseconds: number }[]
}

/** Makes one picture to warm up and one per further layout, and times each as its client sees it. */
export async function measureStrokes(
  engine: Engine,
  manifest: PackManifest,
  size: ImageSize,
  inputs: { readonly conditions: readonly Condition[]; readonly exemplar: Exemplar },
  environment: Pick<CliEnvironment, 'now' | 'signal'>,
  onPicture: (done: number) => void,
): Promise<StrokeTimes> {
  const runs: { readonly warp: number | undefined; readonly picture: number; readonly result: PictureResult }[] = []
  for (const [revision, condition] of inputs.conditions.entries()) {
    const started = environment.now()
    let warp: number | undefined
    const result = await engine.generate(
      {
        recipe: 'exemplar-synthesis',
        pack: { id: manifest.id },
        condition,
        exemplar: inputs.exemplar,
        size,
        seed: 0,
        options: {},
        viewId: 'bench',
        revision,
      },
      {
        signal: environment.signal,
        onPreview: () => {
          warp = environment.now() - started
        },
      },
    )
    runs.push({ warp, picture: environment.now() - started, result })
    onPicture(runs.length)
  }
  const [first, ...strokes] = runs
  const last = strokes.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('A measurement needs two conditions or more.')
  const warps = strokes.flatMap(({ warp }) => (warp === undefined ? [] : [warp]))
  const stages = last.result.timings.map(({ stage }) => ({
    stage,
    milliseconds: median(
      strokes.flatMap(({ result }) =>
        result.timings.filter((timing) => timing.stage === stage).map(({ milliseconds }) => milliseconds),
      ),
    ),
  }))
  return {
    provider: last.result.provider,
    firstPictureMilliseconds: roundMilliseconds(first.picture),
    ...(warps.length === 0 ? {} : { warpMilliseconds: median(warps) }),
    pictureMilliseconds: median(strokes.map(({ picture }) => picture)),
    stages,
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return roundMilliseconds(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2)
}
