import path from 'node:path'
import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { resampleColours } from '../../../electron/detail/resample-colours.ts'
import { encodePhotoPng } from '../../../electron/images/encode-png.ts'
import { readPack } from '../../../electron/packs/installed-pack.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { OpenPhotos } from '../../../electron/services/photos/open-photos.ts'
import { BenchHost, resultOf, THREADS } from '../engine/bench-host.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import { requestOf } from '../engine/requests.ts'
import { sampleLayouts, samplePhotos } from '../engine/sample-inputs.ts'
import type { Measurement, RunSuite } from '../measurement.mjs'
import { largeChangeMeasurements } from './large-change.ts'
import { largePhoto, withPond } from './large-photo.ts'
import { portraitEdits } from './portrait.ts'
import { portraitPreviews } from './portrait-previews.ts'
import { previewMeasurements, previewTimes, type PreviewTimes } from './preview-times.ts'
import { processorTime } from './processor-time.ts'

/** Longer side of the photo: twelve megapixels at the samples' proportions. */
const PHOTO_WIDTH = 4000
/** Longer sides of the window's previews and of the labels over a photo. */
const PREVIEW_WIDTH = 768
const DOCUMENT_WIDTH = 1024
/** Strokes that follow each other, each of another size; the first ones warm the host up. */
const STROKES = 14
const WARM_UP = 4
/** Half axes of the pond: its window has about five and a half megapixels. */
const POND = { x: 0.2, y: 0.16 }
const GRASS = 10
const SIZES = [1024, 2048]
/** Moments at which a job is cancelled, as shares of the time that it takes. */
const CANCELLED_AT = [0.2, 0.4, 0.6, 0.75, 0.9]

type AnyRequest = RequestOf<'exemplar-synthesis' | 'photo-edit'>

/** What users wait for who edit a photo of twelve megapixels or want a larger picture. */
export const run: RunSuite = async ({ root, progress }) => {
  const { manifest } = await readPack(path.join(root, 'models/packs/landscape'))
  const [sample] = await samplePhotos(root)
  if (sample === undefined || manifest.annotator === undefined) throw new Error('There are no samples.')
  const host = new BenchHost(root)
  const measurements: Measurement[] = []
  /** Wall time and, where the system tells it, processor time of the host. */
  const timed = async <Result>(
    name: string,
    limit: number | undefined,
    make: () => Promise<Result>,
  ): Promise<Result> => {
    progress(name)
    const before = processorTime(host.processId)
    const start = performance.now()
    const result = await make()
    const judged = limit === undefined ? {} : { limit }
    measurements.push(milliseconds(name, performance.now() - start, judged))
    const after = processorTime(host.processId)
    if (before !== undefined && after !== undefined)
      measurements.push(milliseconds(`${name}, processor time of the host`, after - before))
    return result
  }
  try {
    await resultOf(host.client.loadPack(manifest.id))
    const image = largePhoto(sample, PHOTO_WIDTH)
    const bytes = await encodePhotoPng(image)
    const photos = new OpenPhotos()
    const original = await timed('12 MP photo to labels', 2000, async () => {
      const { working } = await photos.open({ name: 'photo.png', bytes })
      const { condition } = await resultOf(
        host.client.annotate(manifest.annotator ?? '', working, { packId: manifest.id }),
      )
      return { image: working, condition }
    })
    const read = classMapOf(original.condition)
    if (read === undefined) throw new Error('The photo has no labels.')
    const labels = resizeNearest(read, { width: DOCUMENT_WIDTH, height: heightOf(image, DOCUMENT_WIDTH) })
    const edited = { image: original.image, condition: { kind: 'labels' as const, labels } }
    const small = resampleColours(image, PREVIEW_WIDTH, heightOf(image, PREVIEW_WIDTH))
    const edit = (
      photo: { width: number; height: number; data: Uint8Array },
      radius = POND,
    ): RequestOf<'photo-edit'> => ({
      recipe: 'photo-edit',
      pack: { id: manifest.id },
      photo: { ...photo, channels: 3 },
      original: edited,
      after: withPond(labels, GRASS, radius),
      borrowed: [],
      seed: 0,
      viewId: 'bench',
      revision: 0,
    })
    progress('previews')
    const reduced = { ...small, data: Uint8Array.from(small.data) }
    const previews: PreviewTimes[] = []
    for (let stroke = 0; stroke < STROKES; stroke++)
      previews.push(await previewTimes(host, edit(reduced, { ...POND, x: POND.x - stroke * 0.002 })))
    measurements.push(...previewMeasurements('a stroke', previews.slice(WARM_UP), { limit: 300 }))
    const { patches } = await timed('change at full size', 3000, () => resultOf(host.client.generate(edit(image), {})))
    measurements.push(await longestWait(host, edit(image), 'change at full size', measurements))
    const pixels = patches.reduce((sum, { window }) => sum + window.width * window.height, 0)

    const [layout] = sampleLayouts(root, manifest, { width: 256, height: 256 }, 1)
    if (layout === undefined) throw new Error('There are no sample layouts.')
    const exemplar = { image: sample, condition: original.condition }
    const scene = { packId: manifest.id, exemplar, size: { width: 256, height: 256 } }
    const larger = (side: number): RequestOf<'exemplar-synthesis'> => ({
      ...requestOf(scene, layout),
      finished: { width: side, height: side },
    })
    for (const side of SIZES)
      await timed(`${side}² picture`, side === 1024 ? 3000 : 8000, () =>
        resultOf(host.client.generate(larger(side), {})),
      )
    measurements.push(await longestWait(host, larger(2048), '2048² picture', measurements))
    const peak = host.peakBytes
    if (peak !== undefined) measurements.push({ name: 'host memory', unit: 'bytes', value: peak, limit: 1024 ** 3 })
    progress('portrait')
    const portrait = await portraitEdits(root, host)
    measurements.push(...(await portraitPreviews(host, portrait)))
    const hair = portrait.hairAnew()
    await timed('hair of a 12 MP portrait made anew', 3000, () => resultOf(host.client.generate(hair, {})))
    measurements.push(...(await largeChangeMeasurements(root, manifest, progress)))
    return {
      facts: {
        pack: `landscape ${manifest.version}`,
        photo: `${image.width} × ${image.height}`,
        changed: `${(pixels / 1e6).toFixed(1)} MP`,
        threads: THREADS,
      },
      measurements,
    }
  } finally {
    await host.dispose()
  }
}

function heightOf({ width, height }: ImageSize, other: number): number {
  return Math.round((other * height) / width)
}

/** The worst of several moments at which a job is cancelled. @param name under which the whole job was measured */
async function longestWait(
  host: BenchHost,
  request: AnyRequest,
  name: string,
  measurements: readonly Measurement[],
): Promise<Measurement> {
  const whole = measurements.find((measurement) => measurement.name === name)?.value ?? 0
  const waits: number[] = []
  for (const share of CANCELLED_AT) waits.push(await cancelled(host, request, share * whole))
  return milliseconds(`longest wait after a cancel, ${name}`, Math.max(...waits), { limit: 200 })
}

/** Milliseconds from the cancel to the end of the job; 0 for a job that ended before. */
async function cancelled(host: BenchHost, request: AnyRequest, after: number): Promise<number> {
  const job = host.client.generate(request, {})
  let asked = Number.NaN
  const timer = setTimeout(() => {
    asked = performance.now()
    job.cancel()
  }, after)
  const { kind } = await job.outcome
  clearTimeout(timer)
  return kind === 'cancelled' ? performance.now() - asked : 0
}
