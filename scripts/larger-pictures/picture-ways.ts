import { smoothContours } from '../../electron/detail/label-contours.ts'
import { classLight } from '../../electron/detail/class-light.ts'
import { resampleColours } from '../../electron/detail/resample-colours.ts'
import { chooseSubstitutes } from '../../electron/detail/substitutes.ts'
import { lightCell, synthesiseDetail } from '../../electron/detail/synthesise.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import type { PackClass } from '../../electron/contract/pack-facts.ts'
import { exemplarPart } from '../../electron/inference/recipes/exemplar-synthesis/exemplar-part.ts'
import { resampleImage } from '../../electron/inference/preprocess/resample-image.ts'
import { resizeNearest } from '../../electron/resampling/nearest.ts'
import type { PhotoPair } from './photo-pairs.ts'

/** What the pack made of a pair at its own size, and how it makes other sizes. */
export interface PackPictures {
  readonly painted: RgbImage
  readonly warp: RgbImage
  readonly paintAt: (side: number) => Promise<RgbImage>
  readonly finishAt: (side: number) => Promise<RgbImage>
}

type Make = (
  side: number,
  pair: PhotoPair,
  pack: PackPictures,
  classes: readonly PackClass[],
) => Promise<RgbImage> | RgbImage

/** The ways of making a square picture of a pair, by their names in the table. */
export const WAYS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['photograph', (side, { own }) => resampleImage(own.image, { width: side, height: side })],
  ['painted at 256', (side, _pair, { painted }) => squares(painted, side)],
  ['painted at 256, smooth', (side, _pair, { painted }) => resampleImage(painted, { width: side, height: side })],
  ['warp, enlarged', (side, _pair, { warp }) => bytes(resampleColours(warp, side, side))],
  ['painted at this size', (side, _pair, { paintAt }) => paintAt(side)],
  ['texture by numbers', byNumbers],
  ['finished', (side, _pair, { finishAt }) => finishAt(side)],
])

/** PatchMatch by labels alone (with wide light, and related classes as substitutes): what a texture tool without a network makes. */
async function byNumbers(
  side: number,
  { own, look }: PhotoPair,
  { painted }: PackPictures,
  classes: readonly PackClass[],
): Promise<RgbImage> {
  const labels = smoothContours(own.labels, side, side)
  const { colours } = await exemplarPart(look.image, look.labels, labels, () => Promise.resolve())
  const source = { colours, labels: resizeNearest(look.labels, colours) }
  const light = classLight(painted, resizeNearest(own.labels, painted), labels, lightCell(labels))
  const substitutes = chooseSubstitutes(labels.data, source.labels.data, classes)
  return bytes(
    await synthesiseDetail({ labels, picture: painted, light, source, substitutes, seed: 0 }, () => Promise.resolve()),
  )
}

function bytes({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }): RgbImage {
  return { width, height, data: new Uint8Array(Uint8ClampedArray.from(data).buffer) }
}

/** Pixels as squares: only for asking the annotator about a small picture. */
function squares(picture: RgbImage, side: number): RgbImage {
  const data = new Uint8Array(side * side * 3)
  for (let at = 0; at < side * side; at++) {
    const x = Math.floor(((at % side) * picture.width) / side)
    const y = Math.floor((Math.floor(at / side) * picture.height) / side)
    data.set(picture.data.subarray((y * picture.width + x) * 3, (y * picture.width + x) * 3 + 3), at * 3)
  }
  return { width: side, height: side, data }
}
