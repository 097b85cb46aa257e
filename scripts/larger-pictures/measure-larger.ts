import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { startEngine } from '../../electron/cli/engine/start-engine.ts'
import { classMapOf } from '../../electron/contract/class-maps.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { smoothContours } from '../../electron/detail/label-contours.ts'
import { encodePhotoPng } from '../../electron/images/encode-png.ts'
import { InferenceServer } from '../../electron/inference/inference-server.ts'
import { exemplarPart } from '../../electron/inference/recipes/exemplar-synthesis/exemplar-part.ts'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../../electron/inference/scheduling/yield-to-events.ts'
import { findPack } from '../../electron/packs/installed-pack.ts'
import { resizeNearest } from '../../electron/resampling/nearest.ts'
import { InProcessStarter } from '../../electron/supervision/in-process-starter.ts'
import { bandStrengths } from './band-strengths.ts'
import { axisPeak, detailByClass } from './detail-measure.ts'
import { KeptSessions } from './kept-sessions.ts'
import { foundClasses, type FoundClasses } from './found-classes.ts'
import { photoNames, photoPairs, type LabelledPhoto, type PhotoFolder, type PhotoPair } from './photo-pairs.ts'
import { WAYS, type PackPictures } from './picture-ways.ts'

export { photoNames, WAYS }

/** One way of making a larger picture, with what was measured of it. */
export interface MeasuredPicture {
  readonly name: string
  readonly side: number
  readonly way: string
  /** Detail of each class that the exemplar shows too, as a share of the exemplar's. */
  readonly detail: readonly ClassDetail[]
  /** Axis peaks at periods of 2, 4 and 8 pixels, as shares of the exemplar's. */
  readonly peaks: readonly number[]
  readonly found: FoundClasses
  readonly milliseconds: number
}

/** Shares of what the exemplar has of a class. */
interface ClassDetail {
  readonly label: number
  /** Of the mean absolute Laplacian. */
  readonly fine: number
  /** Of the strengths at periods from 2, 4 and 8 pixels on; fewer where the exemplar shows too few pixels. */
  readonly bands: readonly number[]
}

/** What is to be measured. */
export interface MeasureWish {
  readonly folder: PhotoFolder
  readonly names: readonly string[]
  /** Photos that give the looks; absent = each layout takes the look of the next photo. */
  readonly looks: PhotoFolder | undefined
  readonly sides: readonly number[]
  /** Names of `WAYS`. */
  readonly ways: readonly string[]
  /** Whether crops are read too, which takes long. */
  readonly crops: boolean
  /** Folder for the pictures. */
  readonly out: string
}

/** Makes larger pictures of pairs of photos in several ways and measures each. */
export async function measureLarger(root: string, wish: MeasureWish): Promise<readonly MeasuredPicture[]> {
  const packFolders = [path.join(root, 'models/packs')]
  const { manifest } = await findPack(packFolders, 'landscape')
  const runtime = new KeptSessions(new OnnxRuntime())
  const starter = new InProcessStarter((port, disposed) => {
    const now = (): number => performance.now()
    new InferenceServer(port, { runtime, platform: process.platform, now, yieldToEvents, disposed })
  })
  const models = { packFolders, annotatorFolders: [path.join(root, 'models/annotators')] }
  const start = startEngine(starter, models, path.join(root, 'node_modules'))
  const engine = await start({ provider: 'cpu', threads: 2, onNotice: () => undefined })
  const { signal } = new AbortController()
  const annotate = async (image: RgbImage): Promise<LabelMap> => {
    const { condition } = await engine.annotate(manifest.annotator ?? '', image, { packId: manifest.id }, { signal })
    return classMapOf(condition) ?? { width: 1, height: 1, data: new Uint8Array(1) }
  }
  const packPictures = async ({ own, look }: PhotoPair): Promise<PackPictures> => {
    const shared = {
      recipe: 'exemplar-synthesis' as const,
      pack: { id: manifest.id },
      condition: { kind: 'labels' as const, labels: own.labels },
      exemplar: { image: look.image, condition: { kind: 'labels' as const, labels: look.labels } },
      seed: 0,
      options: {},
      viewId: 'measure',
      revision: 0,
    }
    const size = { width: 256, height: 256 }
    let warp: RgbImage | undefined
    const { image } = await engine.generate(
      { ...shared, size },
      { signal, onPreview: (preview) => (warp = preview.image) },
    )
    return {
      painted: image,
      warp: warp ?? image,
      paintAt: async (side) =>
        (await engine.generate({ ...shared, size: { width: side, height: side } }, { signal })).image,
      finishAt: async (side) =>
        (await engine.generate({ ...shared, size, finished: { width: side, height: side } }, { signal })).image,
    }
  }
  const measured: MeasuredPicture[] = []
  try {
    for (const pair of await photoPairs(wish.names, wish.folder, wish.looks, manifest.classes)) {
      const pack = await packPictures(pair)
      for (const side of wish.sides) {
        const wanted = smoothContours(pair.own.labels, side, side)
        const exemplar = await atScaleOf(pair.look, wanted)
        for (const way of wish.ways) {
          const make = WAYS.get(way)
          if (make === undefined) throw new RangeError(`There is no way called ${way}.`)
          const begun = performance.now()
          const picture = await make(side, pair, pack, manifest.classes)
          const milliseconds = performance.now() - begun
          // A photograph is measured by itself: how much of its detail is left at this size.
          const compared = way === 'photograph' ? await atScaleOf(pair.own, wanted) : exemplar
          measured.push({
            name: pair.name,
            side,
            way,
            detail: detailShares(picture, wanted, compared),
            peaks: [2, 4, 8].map((period) => axisPeak(picture, period) / axisPeak(compared.image, period)),
            found: await foundClasses(picture, wanted, annotate, wish.crops),
            milliseconds,
          })
          const file = `${pair.name}-${side}-${way.replaceAll(/[ ,]+/g, '-')}.png`
          writeFileSync(path.join(wish.out, file), await encodePhotoPng(picture))
        }
      }
    }
  } finally {
    await engine.dispose()
    await runtime.dispose()
  }
  return measured
}

/** A photo at the scale at which it is lent to a picture of this size. */
async function atScaleOf({ image, labels }: LabelledPhoto, size: LabelMap): Promise<LabelledPhoto> {
  const { colours } = await exemplarPart(image, labels, size, () => Promise.resolve())
  const { width, height, data } = colours
  return {
    image: { width, height, data: new Uint8Array(Uint8ClampedArray.from(data).buffer) },
    labels: resizeNearest(labels, colours),
  }
}

function detailShares(picture: RgbImage, wanted: LabelMap, exemplar: LabelledPhoto): readonly ClassDetail[] {
  const fine = detailByClass(exemplar.image, exemplar.labels)
  const bands = bandStrengths(exemplar.image, exemplar.labels)
  const own = bandStrengths(picture, wanted)
  return [...detailByClass(picture, wanted)].flatMap(([label, value]) => {
    const lent = fine.get(label)
    if (lent === undefined) return []
    const strengths = (bands.get(label) ?? []).flatMap((strength, octave) => {
      const has = own.get(label)?.[octave]
      return has === undefined ? [] : [has / strength]
    })
    return [{ label, fine: value / lent, bands: strengths }]
  })
}
