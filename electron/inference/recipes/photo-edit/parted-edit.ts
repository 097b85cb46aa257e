import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { ChangedRegion, RegionWishes } from '../../../photo-edit/changed-region.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { PhotoGround } from './photo-ground.ts'

/** An edit of a photo whose parts the pack prepares; all maps over one grid. */
export interface PartedEdit extends Pick<PhotoGround, 'colours'> {
  readonly wishes: RegionWishes
  readonly region: ChangedRegion
  readonly parts: readonly PreparedPhoto[]
  readonly photo: ImageSize
  /** Size of the photo that the parts were found in. */
  readonly working: ImageSize
  readonly manifest: PackManifest
  /** Classes that other photos lend. */
  readonly lent: readonly number[]
}
