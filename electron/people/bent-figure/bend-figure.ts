import type { LabelMap } from '../../contract/label-map.ts'
import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import { bodyHeight } from '../body-height.ts'
import type { BodyPose } from './body-points.ts'
import { bodyScale } from './body-scale.ts'
import { cutOut } from './cut-out.ts'
import { layPart, type LaidPicture } from './lay-part.ts'
import { movedParts } from './moved-parts.ts'
import { partMasks } from './part-masks.ts'
import { partPlaces } from './part-places.ts'
import { trunkOf } from './trunk.ts'

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
}

/**
 * Bends the person of a photo into another pose, as a puppet of its parts: trunk, head, arms and legs are cut out and moved with
 * their bones, bend softly at their joints, and lie before what is behind them. A limb that the photo does not show is lent
 * by the other side.
 *
 * @param wanted in pixels of the picture @param background the picture without the person
 * @returns undefined where one of the two bodies does not show its whole trunk
 */
export function bendFigure(
  { photo, pose, mask, classes }: Figure,
  wanted: BodyPose,
  background: RgbImage,
): BentFigure | undefined {
  const [wantedTrunk, shownTrunk] = [trunkOf(wanted), trunkOf(pose)]
  if (wantedTrunk === undefined || shownTrunk === undefined) return undefined
  const places = partPlaces(pose, shownTrunk, bodyHeight(pose))
  const bodies = {
    wanted,
    shown: pose,
    wantedTrunk,
    shownTrunk,
    scale: bodyScale(pose, wanted),
    height: bodyHeight(wanted),
  }
  const parts = movedParts(bodies, places)
  if (parts === undefined) return undefined
  const numbers = partMasks(mask, classes, places)
  const { width, height } = background
  const image = { width, height, data: background.data.slice() }
  const picture = {
    image,
    origins: new Float32Array(width * height * 2).fill(NaN),
    coverage: new Float32Array(width * height),
  }
  for (const part of parts) {
    const place = places[part.source]
    if (place !== undefined) layPart(picture, cutOut(photo, mask.data, numbers, part.source, place), part)
  }
  const joints = new Set<string>(parts.flatMap((part) => part.joints))
  const points = wanted.points.map((point, index) => (joints.has(BODY_POINTS[index] ?? '') ? point : null))
  return { ...picture, pose: { width, height, points } }
}
