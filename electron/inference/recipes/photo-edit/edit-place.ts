import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { ChangedRegion } from '../../../photo-edit/changed-region.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'

/** What the pack looks at to paint some changes: the whole photo, or a prepared part of it such as a face. */
export interface EditPlace {
  /** What changes here, over the grid of the plan. */
  readonly region: ChangedRegion
  /** Where pixels are made, in the photo's pixels. */
  readonly windows: readonly Rectangle[]
  /** 1 where nothing may be copied from, over the same grid. */
  readonly forbidden: Uint8Array
  /** See `EditedWindow`. */
  readonly keptCell: number | undefined
  /** Undefined where the pack takes the photo as it is. */
  readonly part: PreparedPhoto | undefined
  /** Longer side of what the pack looks at, in the photo's pixels. */
  readonly side: number
}
