import type { ChangedRegion } from './changed-region.ts'
import { connectedPieces } from './connected-pieces.ts'

/**
 * Whether a connected piece of what was changed lies wholly outside of what can be edited.
 *
 * @param editable non-zero where the photo can be edited, over the region's grid
 */
export function hasPieceOutside({ width, height, core }: ChangedRegion, editable: Uint8Array): boolean {
  for (const cells of connectedPieces(core, width, height)) if (cells.every((at) => editable[at] === 0)) return true
  return false
}
