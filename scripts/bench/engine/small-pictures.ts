import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { SynthesisRequest } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { Measurement } from '../measurement.mjs'
import { BenchHost, resultOf } from './bench-host.ts'
import { compareWithDense } from './compare-with-dense.ts'
import { DensePipeline } from './dense-pipeline.ts'
import type { EngineSamples } from './engine-samples.ts'
import { labelPhotos } from './label-photos.ts'
import { median } from './median.ts'
import { milliseconds } from './milliseconds.ts'
import { paint, requestOf, WARM_UP, type Scene } from './requests.ts'
import { sampleLayouts } from './sample-inputs.ts'
import { stageMedian, stroke, type Stroke } from './strokes.ts'

const SIZE = { width: 256, height: 256 }
const STROKES = 24
const COMPARISONS = 7
const QUERIES = 8

/** Everything that happens while somebody paints at the pack's own size. */
export async function measureSmallPictures(
  { root, pack, photos }: EngineSamples,
  progress: (text: string) => void,
): Promise<readonly Measurement[]> {
  const { manifest } = pack
  const host = new BenchHost(root)
  const dense = await DensePipeline.load(pack)
  try {
    progress('loading the pack')
    const { timings } = await resultOf(host.client.loadPack(manifest.id))
    progress('labelling photos')
    const labelled = await labelPhotos(host, manifest, photos)
    const layouts = sampleLayouts(root, manifest, SIZE, WARM_UP + STROKES)
    const [exemplar, ...others] = labelled.exemplars
    const [layout] = layouts
    if (exemplar === undefined || layout === undefined) throw new Error('There are no samples.')
    const scene: Scene = { packId: manifest.id, exemplar, size: SIZE }

    progress('painting at 256×256')
    const strokes = await paint(host, scene, layouts)
    progress('changing the exemplar')
    const encodings = await encode(host, scene, others, layout)
    progress('asking where pixels come from')
    const queries = await query(host, requestOf(scene, layout))
    progress('comparing with the dense pipeline')
    const rival = await compareWithDense(host, dense, scene, layouts.slice(0, WARM_UP + COMPARISONS))
    return [
      milliseconds('256² warp preview', median(strokes.map(({ warp }) => warp)), { limit: 50, aim: 30 }),
      milliseconds('256² picture', median(strokes.map(({ picture }) => picture)), { limit: 160, aim: 80 }),
      milliseconds('256² layout stage', stageMedian(strokes, 'layout')),
      milliseconds('256² match stage', stageMedian(strokes, 'match')),
      milliseconds('256² generate stage', stageMedian(strokes, 'generate')),
      milliseconds('256² exemplar encoding', stageMedian(encodings, 'exemplar'), { limit: 60 }),
      milliseconds('labelling a photo', median(labelled.milliseconds)),
      milliseconds('256² correspondence query', median(queries)),
      milliseconds('loading the pack', timings[0]?.milliseconds ?? Number.NaN),
      milliseconds('256² dense pipeline', rival.milliseconds),
      { name: '256² dense pipeline ÷ picture', unit: 'ratio', value: rival.ratio },
    ]
  } finally {
    await dense.dispose()
    await host.dispose()
  }
}

/** One picture per exemplar, each of them new to the host. */
async function encode(
  host: BenchHost,
  scene: Scene,
  exemplars: readonly Exemplar[],
  layout: LabelMap,
): Promise<readonly Stroke[]> {
  const strokes: Stroke[] = []
  for (const exemplar of exemplars) strokes.push(await stroke(host, requestOf({ ...scene, exemplar }, layout)))
  return strokes
}

/** Times of single rows of the correspondence, with all that a picture has left in the cache. */
async function query(host: BenchHost, request: SynthesisRequest): Promise<readonly number[]> {
  await stroke(host, request)
  const times: number[] = []
  for (let step = 0; step < WARM_UP + QUERIES; step++) {
    const start = performance.now()
    await resultOf(host.client.queryCorrespondence(request, { x: 20 + step * 20, y: 128 }))
    times.push(performance.now() - start)
  }
  return times.slice(WARM_UP)
}
