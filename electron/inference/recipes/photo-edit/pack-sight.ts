import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { Colours } from '../../../detail/raster.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'

/** How a pack sees a place of a photo: what it is given, and how its picture comes back. */
export interface PackSight {
  /** What the picture is to show. */
  readonly labels: LabelMap
  readonly size: ImageSize
  /** The exemplar, with its own labels. */
  readonly original: StoredExemplar
  /** Non-zero where no match may lead to, over the exemplar. */
  readonly forbidden: LabelMap
  /** The picture over a window of the photo, at any size of its proportions. */
  over(window: Rectangle, picture: Colours): Colours
}

/** What the sight of a place is made from. */
export interface SightMaterial {
  readonly original: StoredExemplar
  readonly photo: ImageSize
  readonly sizes: PackManifest['sizes']
}
