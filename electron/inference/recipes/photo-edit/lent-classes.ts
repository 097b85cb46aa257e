import { resizeNearest } from '../../../resampling/nearest.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import { smoothContours } from '../../../detail/label-contours.ts'
import { FORBIDDEN } from '../../../detail/raster.ts'
import { chooseSubstitutes } from '../../../detail/substitutes.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { mappedColours } from '../../../photo-edit/colour-map.ts'
import type { LentPart } from '../../../photo-edit/lent-part.ts'
import { toneByClass } from '../../../photo-edit/lent-tone.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { EditPlan } from './edit-plan.ts'

/** Most pixels that are copied from a photo that lends a class. */
const MAXIMUM_PIXELS = 2_000_000
/** A class on less than this share of the photo is said to be lacking. */
const LEAST_SHARE = 0.01

/**
 * A photo that lends a class, at about the edited photo's scale and in its colour space; only that class may be copied.
 * @param labels of the whole photo, at any size
 */
export function lentPart(
  { exemplar }: StoredExemplar,
  labels: LabelMap,
  classId: number,
  request: RemotePhotoEditRequest,
  plan: EditPlan,
  classes: PackManifest['classes'],
): LentPart {
  const { image } = exemplar
  const wanted = Math.max(request.photo.width, request.photo.height) / Math.max(image.width, image.height)
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
  return {
    classId,
    tones: toneByClass(colours, named),
    colours,
    labels: { ...own, data: named.data.map((label) => (label === classId ? classId : FORBIDDEN)) },
  }
}

/** Classes wanted in the region that the rest of the photo hardly shows and that are not lent. */
export function lackingClasses({ before, after, region }: EditPlan, lent: readonly number[]): readonly number[] {
  const present = new Uint32Array(256)
  const wanted = new Set<number>()
  for (let at = 0; at < region.whole.length; at++) {
    if (region.core[at] === 1) wanted.add(after.data[at] ?? 0)
    if (region.whole[at] === 0) present[before.data[at] ?? 0] = (present[before.data[at] ?? 0] ?? 0) + 1
  }
  return [...wanted].filter(
    (label) => !lent.includes(label) && (present[label] ?? 0) < LEAST_SHARE * region.whole.length,
  )
}
