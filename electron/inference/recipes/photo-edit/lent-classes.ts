import { resizeNearest } from '../../../resampling/nearest.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { smoothContours } from '../../../detail/label-contours.ts'
import { FORBIDDEN, type Labels } from '../../../detail/raster.ts'
import { chooseSubstitutes } from '../../../detail/substitutes.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { ONE_CLASS } from '../../../photo-edit/make-tile.ts'
import { mappedColours } from '../../../photo-edit/colour-map.ts'
import type { LentPart } from '../../../photo-edit/lent-part.ts'
import { toneByClass } from '../../../photo-edit/lent-tone.ts'
import type { EditPlace } from './edit-place.ts'
import type { EditPlan } from './edit-plan.ts'

/** Most pixels that are copied from a photo that lends a class. */
const MAXIMUM_PIXELS = 2_000_000
/** A class on less than this share of the photo is said to be lacking. */
const LEAST_SHARE = 0.01
/** The same on a part: brows and lips are small and still have all that is needed. */
const LEAST_SHARE_OF_PART = 0.001

/** A photo that lends a class, as the pack sees it. */
export interface Lender {
  readonly classId: number
  readonly image: RgbImage
  /** Of the whole image, at any size. */
  readonly labels: LabelMap
}

/**
 * A class of another photo at about the scale of the place that is edited, and in the edited photo's colour space; only that
 * class may be copied.
 */
export function lentPart(
  { classId, image, labels }: Lender,
  { side, part }: EditPlace,
  plan: EditPlan,
  classes: PackManifest['classes'],
): LentPart {
  const wanted = side / Math.max(image.width, image.height)
  const scale = Math.min(1, wanted, Math.sqrt(MAXIMUM_PIXELS / (image.width * image.height)))
  const width = Math.max(8, Math.round(image.width * scale))
  const height = Math.max(8, Math.round(image.height * scale))
  const own = smoothContours(
    resizeNearest(labels, { width: Math.min(labels.width, 512), height: Math.min(labels.height, 512) }),
    width,
    height,
  )
  // A lake that the annotator took for the sea lends its water all the same.
  const shown = chooseSubstitutes(Uint8Array.of(classId), own.data, classes).get(classId) ?? classId
  const colours = mappedColours(resampleColours(image, width, height), plan.colours)
  const named = { ...own, data: own.data.map((label) => (label === shown ? classId : label)) }
  const lending = (as: number): Labels => ({
    ...named,
    data: named.data.map((label) => (label === classId ? as : FORBIDDEN)),
  })
  // In a part all that is made has one class, and its light is the painted picture's.
  return part === undefined
    ? { classId, tones: toneByClass(colours, named), colours, labels: lending(classId) }
    : { classId: ONE_CLASS, tones: new Map(), colours, labels: lending(ONE_CLASS) }
}

/** Classes wanted at a place of which hardly anything there may be copied, and which no other photo lends. */
export function lackingClasses(
  { before, after, region, forbidden, part }: EditPlace,
  lent: readonly number[],
): readonly number[] {
  const present = new Uint32Array(256)
  const wanted = new Uint8Array(256)
  let all = 0
  for (let at = 0; at < forbidden.length; at++) {
    if (region.core[at] === 1) wanted[after.data[at] ?? 0] = 1
    if (forbidden[at] === 1) continue
    all++
    present[before.data[at] ?? 0] = (present[before.data[at] ?? 0] ?? 0) + 1
  }
  const least = part === undefined ? LEAST_SHARE * forbidden.length : LEAST_SHARE_OF_PART * all
  return [...wanted.keys()].filter(
    (label) => wanted[label] === 1 && !lent.includes(label) && (present[label] ?? 0) < least,
  )
}
