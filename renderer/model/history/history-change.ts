import type { PlainMessageKey } from '../../i18n/message.ts'
import type { DocumentStructure } from '../document/document-structure.ts'
import { patchBytes, type TilePatch } from '../raster/tile-patch.ts'

/** A whole raster, run-length coded. */
export interface PackedPlane {
  readonly width: number
  readonly height: number
  readonly runs: Uint8Array
}

/** One thing a step did; every kind can be done and undone. */
export type HistoryChange =
  /** Pixels of one label layer. */
  | { readonly kind: 'tiles'; readonly layerId: string; readonly patch: TilePatch }
  /** A label layer's raster was added, removed or replaced by one of another size. */
  | { readonly kind: 'raster'; readonly layerId: string; readonly before?: PackedPlane; readonly after?: PackedPlane }
  /** The tree of layers, their names and their properties. */
  | {
      readonly kind: 'structure'
      readonly before: DocumentStructure
      readonly after: DocumentStructure
      /** Of pictures that only this step keeps in memory. */
      readonly pictureBytes?: number
    }
  | { readonly kind: 'selection'; readonly before?: PackedPlane; readonly after?: PackedPlane }
  /** Something that a feature keeps outside the layers; it writes either side itself. */
  | { readonly kind: 'feature'; readonly write: (side: 'before' | 'after') => void }

/** One undo step, named for the history panel. */
export interface HistoryEntry {
  readonly id: number
  readonly title: PlainMessageKey
  readonly changes: readonly HistoryChange[]
  readonly bytes: number
}

/** Structures share most of themselves with their neighbours in history; this is what one more costs at most. */
const STRUCTURE_BYTES = 4096
const ENTRY_BYTES = 200

export function changesBytes(changes: readonly HistoryChange[]): number {
  return changes.reduce((sum, change) => {
    if (change.kind === 'tiles') return sum + patchBytes(change.patch)
    if (change.kind === 'structure') return sum + STRUCTURE_BYTES + (change.pictureBytes ?? 0)
    if (change.kind === 'feature') return sum + STRUCTURE_BYTES
    return sum + (change.before?.runs.length ?? 0) + (change.after?.runs.length ?? 0)
  }, ENTRY_BYTES)
}
