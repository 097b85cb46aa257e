import { widened } from '../detail/class-codes.ts'
import type { ChangedRegion } from './changed-region.ts'

/** How far around what is made anew nothing is copied, as a share of the part's side: things end past their labels. */
const REACH = 0.01

/**
 * What must not be copied where a part goes on from what it shows: all that is made, and close around it, where the shadow of
 * glasses or a wisp of hair may be left.
 *
 * @param inside 1 where the photo belongs to the part
 * @param side of the part in cells
 * @returns 1 where nothing may be copied, over the region's grid
 */
export function goneOverPlaces({ core, width, height }: ChangedRegion, inside: Uint8Array, side: number): Uint8Array {
  return widened(core, width, height, 1 + Math.round(REACH * side)).map((value, at) =>
    value === 1 || inside[at] !== 1 ? 1 : 0,
  )
}
