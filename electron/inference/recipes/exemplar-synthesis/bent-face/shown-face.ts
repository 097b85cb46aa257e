import type { ImageSize } from '../../../../contract/image-size.ts'
import type { LabelMap } from '../../../../contract/label-map.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { controlPoints, type FacePoints } from '../../../../faces/bent-face/control-points.ts'
import { resizeNearest } from '../../../../resampling/nearest.ts'
import { resampleImage } from '../../../preprocess/resample-image.ts'
import type { ClassedPhoto } from '../classed-photo.ts'

/** A photo of a face at the size at which it is bent. */
export interface ShownFace {
  readonly photo: RgbImage
  readonly parts: LabelMap
  /** Undefined where no face is seen. */
  readonly points: FacePoints | undefined
}

/** The face of each photo as it was read last: it stays the same over many strokes. */
const faces = new WeakMap<RgbImage, { readonly labels: LabelMap; readonly face: ShownFace }>()

export function shownFace({ image, labels }: ClassedPhoto, size: ImageSize): ShownFace {
  const known = faces.get(image)
  const isKnown = known?.labels === labels && known.face.parts.width === size.width
  if (isKnown && known.face.parts.height === size.height) return known.face
  const parts = resizeNearest(labels, size)
  const face = { photo: resampleImage(image, size), parts, points: controlPoints(parts) }
  faces.set(image, { labels, face })
  return face
}
