import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'fast-png'
import { startEngine } from '../../electron/cli/engine/start-engine.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { classMapOf } from '../../electron/contract/class-maps.ts'
import { classLight } from '../../electron/detail/class-light.ts'
import { smoothContours } from '../../electron/detail/label-contours.ts'
import { resampleColours } from '../../electron/detail/resample-colours.ts'
import { chooseSubstitutes } from '../../electron/detail/substitutes.ts'
import { lightCell, synthesiseDetail } from '../../electron/detail/synthesise.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { encodePhotoPng } from '../../electron/images/encode-png.ts'
import { InferenceServer } from '../../electron/inference/inference-server.ts'
import { classOfId } from '../../electron/inference/preprocess/class-of-id.ts'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { yieldToEvents } from '../../electron/inference/scheduling/yield-to-events.ts'
import { findPack } from '../../electron/packs/installed-pack.ts'
import { resizeNearest } from '../../electron/resampling/nearest.ts'
import { InProcessStarter } from '../../electron/supervision/in-process-starter.ts'
import { agreement, axisPeak, detailByClass } from './detail-measure.ts'

/** One way of making a larger picture, with what was measured of it. */
export interface MeasuredPicture {
  readonly side: number
  readonly way: string
  /** Detail of each class that the exemplar shows too, as a share of the exemplar's. */
  readonly detail: readonly number[]
  /** Axis peaks at periods of 2, 4 and 8 pixels. */
  readonly peaks: readonly number[]
  readonly agreement: number
  readonly milliseconds: number
}

/**
 * Makes larger pictures of validation pairs in several ways and measures each. A photo with a name of the list gives
 * its labels as the layout; the next one gives its look.
 */
export async function measureLarger(
  root: string,
  { photos, labels, out, names, sides }: Folders,
): Promise<readonly MeasuredPicture[]> {
  const { manifest } = await findPack([path.join(root, 'models/packs')], 'landscape')
  const known = classOfId(manifest.classes)
  const starter = new InProcessStarter((port, disposed) => {
    const now = (): number => performance.now()
    new InferenceServer(port, { runtime: new OnnxRuntime(), platform: process.platform, now, yieldToEvents, disposed })
  })
  const models = {
    packFolders: [path.join(root, 'models/packs')],
    annotatorFolders: [path.join(root, 'models/annotators')],
  }
  const engine = await startEngine(
    starter,
    models,
    path.join(root, 'node_modules'),
  )({
    provider: 'cpu',
    threads: 2,
    onNotice: () => undefined,
  })
  const { signal } = new AbortController()
  const read = async (name: string) => {
    const { width, height, data } = decode(readFileSync(path.join(labels, name.replace(/\.[^.]+$/, '.png'))))
    const map: LabelMap = { width, height, data: Uint8Array.from(data, (id) => known.get(id) ?? 0) }
    return { image: await decodePhoto(readFileSync(path.join(photos, name)), name), labels: map }
  }
  const annotated = async (image: RgbImage): Promise<LabelMap> => {
    const { condition } = await engine.annotate(manifest.annotator ?? '', image, { packId: manifest.id }, { signal })
    return classMapOf(condition) ?? { width: 1, height: 1, data: new Uint8Array(1) }
  }
  const measured: MeasuredPicture[] = []
  try {
    for (const [index, name] of names.entries()) {
      const layout = (await read(name)).labels
      const exemplar = await read(names[(index + 1) % names.length] ?? name)
      const shared = {
        recipe: 'exemplar-synthesis' as const,
        pack: { id: manifest.id },
        condition: { kind: 'labels' as const, labels: layout },
        exemplar: { image: exemplar.image, condition: { kind: 'labels' as const, labels: exemplar.labels } },
        seed: 0,
        options: {},
        viewId: 'measure',
        revision: 0,
      }
      const own = detailByClass(exemplar.image, resizeNearest(exemplar.labels, exemplar.image))
      for (const side of sides) {
        const size = { width: side, height: side }
        const wanted = smoothContours(layout, side, side)
        let warp: RgbImage | undefined
        const small = await engine.generate(
          { ...shared, size: { width: 256, height: 256 } },
          { signal, onPreview: ({ image }) => (warp = image) },
        )
        const painted = small.image
        const ways: readonly (readonly [string, () => Promise<RgbImage> | RgbImage])[] = [
          ['painted at 256', () => nearest(painted, side)],
          ['warp, enlarged', () => bytes(resampleColours(warp ?? painted, side, side))],
          ['painted at this size', async () => (await engine.generate({ ...shared, size }, { signal })).image],
          ['texture by numbers', () => byNumbers(painted, exemplar, layout, side, manifest.classes)],
          [
            'finished',
            async () =>
              (await engine.generate({ ...shared, size: { width: 256, height: 256 }, finished: size }, { signal }))
                .image,
          ],
        ]
        for (const [way, make] of ways) {
          const start = performance.now()
          const picture = await make()
          const milliseconds = performance.now() - start
          const detail = detailByClass(picture, wanted)
          const shares = [...detail].flatMap(([label, value]) => {
            const exemplars = own.get(label)
            return exemplars === undefined ? [] : [value / exemplars]
          })
          const found = resizeNearest(await annotated(picture), size)
          const peaks = [2, 4, 8].map((period) => axisPeak(picture, period) / axisPeak(exemplar.image, period))
          measured.push({ side, way, detail: shares, peaks, agreement: agreement(found, wanted), milliseconds })
          writeFileSync(
            path.join(out, `${name.replace(/\.[^.]+$/, '')}-${side}-${way.replaceAll(' ', '-')}.png`),
            await encodePhotoPng(picture),
          )
        }
      }
    }
  } finally {
    await engine.dispose()
  }
  return measured
}

interface Folders {
  readonly photos: string
  readonly labels: string
  readonly out: string
  readonly names: readonly string[]
  readonly sides: readonly number[]
}

/**
 * PatchMatch by labels alone (with wide light, and related classes as substitutes): what a texture tool without a
 * network makes.
 */
async function byNumbers(
  picture: RgbImage,
  exemplar: { readonly image: RgbImage; readonly labels: LabelMap },
  layout: LabelMap,
  side: number,
  classes: Parameters<typeof chooseSubstitutes>[2],
): Promise<RgbImage> {
  const labels = smoothContours(layout, side, side)
  const source = { colours: exemplar.image, labels: resizeNearest(exemplar.labels, exemplar.image) }
  const light = classLight(picture, resizeNearest(layout, picture), labels, lightCell(labels))
  const substitutes = chooseSubstitutes(labels.data, source.labels.data, classes)
  return bytes(
    await synthesiseDetail({ labels, picture, light, source, substitutes, seed: 0 }, () => Promise.resolve()),
  )
}

function bytes({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }): RgbImage {
  return { width, height, data: new Uint8Array(Uint8ClampedArray.from(data).buffer) }
}

/** Pixels as squares: only for asking the annotator about a small picture. */
function nearest(picture: RgbImage, side: number): RgbImage {
  const data = new Uint8Array(side * side * 3)
  for (let at = 0; at < side * side; at++) {
    const x = Math.floor(((at % side) * picture.width) / side)
    const y = Math.floor((Math.floor(at / side) * picture.height) / side)
    data.set(picture.data.subarray((y * picture.width + x) * 3, (y * picture.width + x) * 3 + 3), at * 3)
  }
  return { width: side, height: side, data }
}
