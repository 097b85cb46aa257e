import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'fast-png'
import type { Exemplar } from '../../electron/contract/generation-request.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { Rectangle } from '../../electron/contract/photo-patch.ts'
import type { PackManifest } from '../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import type { Engine } from '../../electron/cli/engine/engine.ts'
import { pictureSize } from '../../electron/cli/rendering/picture-size.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { encodePhotoPng } from '../../electron/images/encode-png.ts'
import { classOfId } from '../../electron/inference/preprocess/class-of-id.ts'
import { findPack } from '../../electron/packs/installed-pack.ts'
import { patchedPhoto } from '../../electron/photo-edit/photo-colours.ts'
import { resizeNearest } from '../../electron/resampling/nearest.ts'
import { DRAWN_CHANGES, type DrawnChange } from './drawn-changes.ts'
import { inProcessEngine } from './in-process-engine.ts'
import { measureSeam, type SeamMeasure } from './seam-measure.ts'
import { sideBySide } from './side-by-side.ts'

/** One photo with one change, and how each way of making it behaves at the border. */
export interface MeasuredEdit {
  readonly photo: string
  readonly change: string
  /** The parts of the photo that were made. */
  readonly windows: readonly Rectangle[]
  readonly edit: SeamMeasure
  readonly pasted: SeamMeasure
  readonly repainted: SeamMeasure
}

/**
 * Edits photos as users do, each with the next of the drawn changes that it allows, and writes before, after, the naive
 * paste and the whole picture repainted side by side.
 *
 * @param names photos in `photos`; their labels lie in `labels` under the same name as PNGs of class ids
 */
export async function measureEdits(
  root: string,
  { photos, labels, out, names }: { photos: string; labels: string; out: string; names: readonly string[] },
): Promise<readonly MeasuredEdit[]> {
  const { manifest } = await findPack([path.join(root, 'models/packs')], 'landscape')
  const engine = await inProcessEngine(root)
  const measured: MeasuredEdit[] = []
  const read = async (name: string) => ({
    image: await decodePhoto(readFileSync(path.join(photos, name)), name),
    condition: {
      kind: 'labels' as const,
      labels: inClasses(readLabels(path.join(labels, name.replace(/\.[^.]+$/, '.png'))), manifest),
    },
  })
  try {
    for (const [index, name] of names.entries()) {
      const { image: photo, condition } = await read(name)
      const before = condition.labels
      const other = await read(names[(index + 7) % names.length] ?? name)
      const turned = DRAWN_CHANGES.map((_, at) => DRAWN_CHANGES[(at + index) % DRAWN_CHANGES.length])
      for (const change of turned) {
        const after = change?.draw(before)
        if (change === undefined || after === undefined) continue
        measured.push(await oneEdit(engine, manifest, { name, photo, before, after, change, other, out }))
        break
      }
    }
  } finally {
    await engine.dispose()
  }
  return measured
}

async function oneEdit(
  engine: Engine,
  manifest: PackManifest,
  job: {
    readonly name: string
    readonly photo: RgbImage
    readonly before: LabelMap
    readonly after: LabelMap
    readonly change: DrawnChange
    /** The photo that lends the sky. */
    readonly other: Exemplar
    readonly out: string
  },
): Promise<MeasuredEdit> {
  const { name, photo, before, after, change, out } = job
  const { signal } = new AbortController()
  const original = { image: photo, condition: { kind: 'labels' as const, labels: before } }
  const shared = { pack: { id: manifest.id }, seed: 0, viewId: 'measure', revision: 0 }
  const pixels = { ...photo, channels: 3 as const }
  const { anew } = change
  const borrowed = anew === undefined ? [] : [{ classId: anew, exemplar: job.other }]
  const marked =
    anew === undefined ? {} : { anew: { ...before, data: before.data.map((label) => (label === anew ? 1 : 0)) } }
  const { patches, region } = await engine.generate(
    { recipe: 'photo-edit', ...shared, photo: pixels, original, after, ...marked, borrowed },
    { signal },
  )
  const edited = patchedPhoto(pixels, patches)
  const editedImage = { width: photo.width, height: photo.height, data: Uint8Array.from(edited.data) }
  const { image } = await engine.generate(
    {
      recipe: 'exemplar-synthesis',
      ...shared,
      condition: { kind: 'labels', labels: after },
      exemplar: original,
      size: pictureSize(manifest.id, manifest.sizes, photo, undefined),
      options: {},
    },
    { signal },
  )
  const repainted = await decodePhoto(await encodePhotoPng(image), name).then((picture) => stretched(picture, photo))
  const pasted = { ...photo, data: pastedInto(photo, repainted, resizeNearest(region, photo)) }
  writeFileSync(
    path.join(out, `${name.replace(/\.[^.]+$/, '')}.png`),
    await encodePhotoPng(sideBySide([photo, editedImage, pasted, repainted])),
  )
  return {
    photo: name,
    change: change.name,
    windows: patches.map(({ window }) => window),
    edit: measureSeam(photo, editedImage, region),
    pasted: measureSeam(photo, pasted, region),
    repainted: measureSeam(photo, repainted, region),
  }
}

function readLabels(file: string): LabelMap {
  const { width, height, data } = decode(readFileSync(file))
  return { width, height, data: Uint8Array.from(data) }
}

function inClasses(labels: LabelMap, { classes }: PackManifest): LabelMap {
  const known = classOfId(classes)
  return { ...labels, data: labels.data.map((id) => known.get(id) ?? 0) }
}

/** Nearest neighbour, which adds no smoothness of its own. */
function stretched(picture: RgbImage, { width, height }: RgbImage): RgbImage {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const x = Math.floor((((at % width) + 0.5) * picture.width) / width)
    const y = Math.floor(((Math.floor(at / width) + 0.5) * picture.height) / height)
    data.set(picture.data.subarray((y * picture.width + x) * 3, (y * picture.width + x) * 3 + 3), at * 3)
  }
  return { width, height, data }
}

function pastedInto(photo: RgbImage, picture: RgbImage, region: LabelMap): Uint8Array {
  return photo.data.map((value, at) => (region.data[Math.floor(at / 3)] === 1 ? (picture.data[at] ?? 0) : value))
}
