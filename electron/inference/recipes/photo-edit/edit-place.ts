import type { LabelMap } from '../../../contract/label-map.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { ChangedRegion } from '../../../photo-edit/changed-region.ts'
import type { Fraying } from '../../../photo-edit/frayed-mask.ts'
import type { MouthShape } from '../../../photo-edit/mouth/mouth-shape.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'

/**
 * How what changes is made: it goes on from what the photo shows beside it, with its texture, smoothly or as hair, or the photo's own
 * mouth moves from one shape to another, or the pack paints it.
 */
export type Making =
  | { readonly way: 'textured' | 'smooth' | 'hairy' }
  | { readonly way: 'moved'; readonly from: MouthShape; readonly to: MouthShape }
  | { readonly way: 'painted' }

/** What the pack looks at to paint some changes: the whole photo, or a prepared part of it such as a face. */
export interface EditPlace {
  readonly making: Making
  /** The photo's labels before and after this step, over the grid of the plan. */
  readonly before: LabelMap
  readonly after: LabelMap
  /** What the pack is to paint, over the same grid. */
  readonly shown: LabelMap
  /** What changes here, over the grid of the plan. */
  readonly region: ChangedRegion
  /** Where pixels are made, in the photo's pixels. */
  readonly windows: readonly Rectangle[]
  /** 1 where nothing may be copied from, over the same grid. */
  readonly forbidden: Uint8Array
  /** For this and the next two see `EditedWindow`. */
  readonly fraying?: Fraying | undefined
  readonly unsure?: Uint8Array | undefined
  readonly keptCell: number | undefined
  /** Undefined where the pack takes the photo as it is. */
  readonly part: PreparedPhoto | undefined
  /** Longer side of what the pack looks at, in the photo's pixels. */
  readonly side: number
}
