import type { LabelMap } from '../../contract/label-map.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import { mirrorFill } from '../backdrop/mirror-fill.ts'
import { bodyHeight } from '../body-height.ts'
import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import type { BodyPose } from './body-points.ts'
import { bodyScale } from './body-scale.ts'
import { movedParts, type MovedPart } from './moved-parts.ts'
import { NOBODY, partMasks } from './part-masks.ts'
import { partPlaces, type PartPlace } from './part-places.ts'
import { trunkDistance, trunkOf } from './trunk.ts'

/** Somebody in a photo: all of them have the photo's size. */
export interface Figure {
  readonly photo: RgbImage
  readonly pose: BodyPose
  /** How much of each pixel is the person, 0..1. */
  readonly share: ScalarMap
  /** What each pixel shows, in classes of `person-classes`. */
  readonly classes: LabelMap
}

/** A person of a photo in another pose. */
export interface BentFigure {
  readonly image: RgbImage
  /** The wanted joints that the picture shows. */
  readonly pose: BodyPose
}

/**
 * Bends the person of a photo into another pose, as a puppet of its parts: each limb is cut out and moved with its bones, bends
 * softly at its joints, and lies before what is behind it.
 *
 * @param wanted in pixels of the picture @param background the picture without the person
 * @returns undefined where one of the two bodies does not show its whole trunk
 */
export function bendFigure(figure: Figure, wanted: BodyPose, background: RgbImage): BentFigure | undefined {
  const { pose: shown, photo } = figure
  const [wantedTrunk, shownTrunk] = [trunkOf(wanted), trunkOf(shown)]
  if (wantedTrunk === undefined || shownTrunk === undefined) return undefined
  const places = partPlaces(shown, shownTrunk, bodyHeight(shown))
  const scale = bodyScale(shown, wanted)
  const bodies = { wanted, shown, wantedTrunk, shownTrunk, scale, height: bodyHeight(wanted) }
  const parts = movedParts(bodies, places)
  if (parts === undefined) return undefined
  const numbers = partMasks(figure.share, figure.classes, places)
  const data = background.data.slice()
  const picture = { ...background, data }
  for (const part of parts) {
    const cut = cutOut(figure, numbers, part.source, places)
    lay(picture, cut, part)
  }
  const joints = new Set(parts.flatMap((part) => part.joints))
  const points = wanted.points.map((point, index) => {
    const name = BODY_POINTS[index]
    return name !== undefined && joints.has(name) ? point : null
  })
  return { image: picture, pose: { width: background.width, height: background.height, points } }
}

/** A part cut out of its photo. */
interface CutOut {
  readonly photo: RgbImage
  /** 0..1 */
  readonly alpha: Float32Array
}

function cutOut({ photo, share }: Figure, numbers: Uint8Array, source: number, places: readonly PartPlace[]): CutOut {
  const alpha = new Float32Array(numbers.length)
  const place = places[source]
  for (let pixel = 0; pixel < alpha.length; pixel++)
    if (numbers[pixel] === source) alpha[pixel] = share.data[pixel] ?? 0
  overlap(alpha, numbers, source, photo.width, Math.max(1, Math.round(OVERLAP * photo.height)))
  if (place?.role !== 'trunk') return { photo, alpha }
  // What arms hide of the trunk is filled with what lies beside them.
  const marked = Uint8Array.from(numbers, (number) => (number === source ? 0 : 1))
  const { width, height } = photo
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++)
      if (numbers[pixel] !== source && numbers[pixel] !== NOBODY && place.apart(x + 0.5, y + 0.5) === 0) alpha[pixel] = 1
  return { photo: mirrorFill(photo, marked), alpha }
}

/** How far a part reaches under those that lie before it, as a share of the picture's height: no gap opens where one bends away. */
const OVERLAP = 0.02

/** Lets a part go on under its neighbours in front. */
function overlap(alpha: Float32Array, numbers: Uint8Array, source: number, width: number, steps: number): void {
  let rim: number[] = []
  for (let pixel = 0; pixel < numbers.length; pixel++) if (numbers[pixel] === source) rim.push(pixel)
  const seen = Uint8Array.from(numbers, (number) => (number === source ? 1 : 0))
  for (let step = 0; step < steps; step++) {
    const next: number[] = []
    for (const pixel of rim)
      for (const beside of [pixel - 1, pixel + 1, pixel - width, pixel + width]) {
        const number = numbers[beside] ?? NOBODY
        if (seen[beside] !== 0 || number === NOBODY || number < source) continue
        seen[beside] = 1
        alpha[beside] = 1
        next.push(beside)
      }
    rim = next
  }
}

/** Weights of movers below this change nothing to be seen. */
const LEAST_WEIGHT = 0.002

function lay(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  cut: CutOut,
  { movers, softness, reach }: MovedPart,
): void {
  const place = new Float64Array(2)
  const away = new Float64Array(movers.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const share = reach(x + 0.5, y + 0.5)
      if (share === 0) continue
      let least = Infinity
      for (let index = 0; index < movers.length; index++) {
        const apart = movers[index]?.apart(x + 0.5, y + 0.5) ?? Infinity
        away[index] = apart
        if (apart < least) least = apart
      }
      let [total, sx, sy] = [0, 0, 0]
      for (let index = 0; index < movers.length; index++) {
        const weight = Math.exp((least - (away[index] ?? 0)) / softness)
        if (weight < LEAST_WEIGHT) continue
        movers[index]?.map(x + 0.5, y + 0.5, place)
        total += weight
        sx += weight * (place[0] ?? 0)
        sy += weight * (place[1] ?? 0)
      }
      blend(data, at, cut, sx / total - 0.5, sy / total - 0.5, share)
    }
}

/** Lays the pixel of a cut-out over another, bilinear between the middles of its pixels. */
function blend(data: Uint8Array, at: number, { photo, alpha }: CutOut, x: number, y: number, reach: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < -1 || top < -1 || left >= photo.width || top >= photo.height) return
  const [across, down] = [x - left, y - top]
  let [share, red, green, blue] = [0, 0, 0, 0]
  for (let corner = 0; corner < 4; corner++) {
    const [cx, cy] = [left + (corner & 1), top + (corner >> 1)]
    if (cx < 0 || cy < 0 || cx >= photo.width || cy >= photo.height) continue
    const pixel = cy * photo.width + cx
    const weight = ((corner & 1) === 1 ? across : 1 - across) * (corner > 1 ? down : 1 - down) * (alpha[pixel] ?? 0) * reach
    share += weight
    red += weight * (photo.data[pixel * 3] ?? 0)
    green += weight * (photo.data[pixel * 3 + 1] ?? 0)
    blue += weight * (photo.data[pixel * 3 + 2] ?? 0)
  }
  if (share === 0) return
  data[at] = Math.round((data[at] ?? 0) * (1 - share) + red)
  data[at + 1] = Math.round((data[at + 1] ?? 0) * (1 - share) + green)
  data[at + 2] = Math.round((data[at + 2] ?? 0) * (1 - share) + blue)
}
