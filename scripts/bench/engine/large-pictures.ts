import type { Measurement } from '../measurement.mjs'
import { BenchHost } from './bench-host.ts'
import { compareWithDense } from './compare-with-dense.ts'
import { DensePipeline } from './dense-pipeline.ts'
import type { EngineSamples } from './engine-samples.ts'
import { labelPhotos } from './label-photos.ts'
import { median } from './median.ts'
import { milliseconds } from './milliseconds.ts'
import { paint, WARM_UP } from './requests.ts'
import { sampleLayouts } from './sample-inputs.ts'

const SIZE = { width: 512, height: 512 }
const STROKES = 7
const COMPARISONS = 3
const MEMORY_LIMIT = 700 * 1024 ** 2

/** Speed and memory at twice the pack's own size, in a host that has done nothing else. */
export async function measureLargePictures(
  { root, pack, photos }: EngineSamples,
  progress: (text: string) => void,
): Promise<readonly Measurement[]> {
  const host = new BenchHost(root)
  try {
    progress('painting at 512×512')
    const { exemplars } = await labelPhotos(host, pack.manifest, photos.slice(0, 1))
    const [exemplar] = exemplars
    if (exemplar === undefined) throw new Error('There are no sample photos.')
    const scene = { packId: pack.manifest.id, exemplar, size: SIZE }
    const layouts = sampleLayouts(root, pack.manifest, SIZE, WARM_UP + STROKES)
    const strokes = await paint(host, scene, layouts)
    const peak = host.peakBytes
    progress('comparing with the dense pipeline at 512×512')
    const dense = await DensePipeline.load(pack)
    const rival = await compareWithDense(host, dense, scene, layouts.slice(0, WARM_UP + COMPARISONS)).finally(() =>
      dense.dispose(),
    )
    return [
      milliseconds('512² warp preview', median(strokes.map(({ warp }) => warp))),
      milliseconds('512² picture', median(strokes.map(({ picture }) => picture)), { limit: 1000 }),
      milliseconds('512² dense pipeline', rival.milliseconds),
      { name: '512² dense pipeline ÷ picture', unit: 'ratio', value: rival.ratio },
      ...(peak === undefined
        ? []
        : [{ name: '512² host memory', unit: 'bytes' as const, value: peak, limit: MEMORY_LIMIT }]),
    ]
  } finally {
    await host.dispose()
  }
}
