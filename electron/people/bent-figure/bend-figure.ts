import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import { bodyHeight } from '../body-height.ts'
import type { BodyPose } from './body-points.ts'
import { bodyScale } from './body-scale.ts'
import { cutOut, type CutOut } from './cut-out.ts'
import { layPart, type LaidPicture } from './lay-part.ts'
import { movedParts } from './moved-parts.ts'
import { partMasks } from './part-masks.ts'
import { partPlaces, type PartPlace } from './part-places.ts'
import { trunkOf, type Trunk } from './trunk.ts'

/** Somebody in a photo; mask and classes have the photo's size. */
export interface Figure {
  readonly photo: RgbImage
  /** In pixels of the photo. */
  readonly pose: BodyPose
  /** How much of each pixel is the person, 0..1. */
  readonly mask: ScalarMap
  /** What each pixel shows, in classes of `person-classes`. */
  readonly classes: LabelMap
}

/** A person of a photo in another pose. */
export interface BentFigure extends LaidPicture {
  /** Those of the wanted joints that the picture shows. */
  readonly pose: BodyPose
  /** Whether those are all of them. */
  readonly isWhole: boolean
}

/** The person of a photo, cut into parts. */
export interface CutFigure {
  /** In pixels of the photo. */
  readonly pose: BodyPose
  readonly size: ImageSize
  readonly trunk: Trunk
  readonly places: readonly PartPlace[]
  /** The parts at `places`. */
  readonly parts: readonly CutOut[]
}

/** Cuts a person into parts, which can then be bent into any pose. Undefined where the trunk is not seen whole. */
export function cutFigure({ photo, pose, mask, classes }: Figure): CutFigure | undefined {
  const trunk = trunkOf(pose)
  if (trunk === undefined) return undefined
  const places = partPlaces(pose, trunk, bodyHeight(pose))
  const numbers = partMasks(mask, classes, places)
  const parts = places.map((place, source) => cutOut(photo, mask.data, numbers, source, place))
  return { pose, size: { width: photo.width, height: photo.height }, trunk, places, parts }
}

/**
 * Bends the person of a photo into another pose, as a puppet of its parts: trunk, head, arms and legs are moved with their bones,
 * bend softly at their joints, and lie before what is behind them. A limb that the photo does not show is lent by the other
 * side.
 *
 * @param wanted in pixels of the picture @param background the picture without the person
 * @returns undefined where the wanted body does not show its whole trunk
 */
export function bendFigure(figure: CutFigure, wanted: BodyPose, background: RgbImage): BentFigure | undefined {
  const { pose, trunk: shownTrunk, places } = figure
  const wantedTrunk = trunkOf(wanted)
  if (wantedTrunk === undefined) return undefined
  const scale = bodyScale(pose, wanted)
  const bodies = { wanted, shown: pose, wantedTrunk, shownTrunk, scale, height: bodyHeight(wanted) }
  const parts = movedParts(bodies, places)
  if (parts === undefined) return undefined
  const { width, height } = background
  const picture = {
    image: { width, height, data: background.data.slice() },
    origins: new Float32Array(width * height * 2).fill(NaN),
    coverage: new Float32Array(width * height),
  }
  for (const part of parts) {
    const cut = figure.parts[part.source]
    if (cut !== undefined) layPart(picture, cut, part)
  }
  const joints = new Set<string>(parts.flatMap((part) => part.joints))
  const points = wanted.points.map((point, index) => (joints.has(BODY_POINTS[index] ?? '') ? point : null))
  const isWhole = points.every((point, index) => point === (wanted.points[index] ?? null))
  return { ...picture, pose: { width, height, points }, isWhole }
}
