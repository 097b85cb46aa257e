import type { PackClass } from '../contract/pack-facts.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import type { PhotoPixels } from '../contract/photo-pixels.ts'
import type { Colours, Labels } from '../detail/raster.ts'
import type { ChangedRegion } from './changed-region.ts'
import type { Fraying } from './frayed-mask.ts'
import type { TileLimits } from './edit-tiles.ts'
import type { LentPart } from './lent-part.ts'

/** One window of an edit, with everything it is made from. */
export interface EditedWindow {
  readonly photo: PhotoPixels
  /** The photo's own labels with borders on its edges, over the region's grid. */
  readonly before: Labels
  /** The labels wanted, over the same grid. */
  readonly after: Labels
  readonly region: ChangedRegion
  /** 1 where the photo may not be copied from, over the same grid. */
  readonly forbidden: Uint8Array
  /** 1 where the photo's labels are not to be trusted and its light says nothing of their classes, over the same grid. */
  readonly unsure?: Uint8Array | undefined
  /** Where hair frays, over the same grid. */
  readonly fraying?: Fraying | undefined
  readonly window: Rectangle
  /** The window as the pack made it, in the photo's colour space, at any size of its proportions. */
  readonly generated: Colours
  /**
   * Where classes run into each other, as the parts of a face do: the generated picture's shapes are kept down to cells of
   * this side, in the photo's pixels, and only finer detail is copied from the photo. Absent = shapes come with the copies,
   * class by class, as for landscapes.
   */
  readonly keptCell?: number | undefined
  /** Photos that lend classes; only the class itself is labelled in each. */
  readonly borrowed: readonly LentPart[]
  readonly classes: readonly Pick<PackClass, 'id' | 'name'>[]
  readonly seed: number
  /** Absent = by what memory allows. */
  readonly tiles?: TileLimits
}
