import type { LabelMap } from '../../../contract/label-map.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'

/** A photo and the class of each of its places, in ids of the pack. */
export interface ClassedPhoto {
  readonly image: RgbImage
  readonly labels: LabelMap
}
