import { documentReplaced } from '../document/document-slice.ts'
import type { DocumentStructure } from '../document/document-structure.ts'
import type { RasterStore } from '../raster/raster-store.ts'
import { applyPatch } from '../raster/tile-patch.ts'
import type { SelectionStore } from '../selection/selection-store.ts'
import type { ApplyChange } from './history.ts'
import { unpackPlane } from './packed-plane.ts'

/** The parts of the editor that history writes to. */
export interface HistoryTargets {
  readonly rasters: RasterStore
  readonly selection: SelectionStore
  readonly dispatch: (action: ReturnType<typeof documentReplaced>) => unknown
  readonly document: () => DocumentStructure
}

/** Writes changes back into the pixels, the tree and the selection. */
export function changeApplier({ rasters, selection, dispatch, document }: HistoryTargets): ApplyChange {
  return (change, side) => {
    switch (change.kind) {
      case 'tiles': {
        const raster = rasters.get(change.layerId)
        if (raster !== undefined) rasters.touch(change.layerId, applyPatch(raster, change.patch, side))
        return
      }
      case 'raster': {
        const plane = change[side]
        if (plane === undefined) rasters.remove(change.layerId)
        else rasters.put(change.layerId, unpackPlane(plane))
        return
      }
      case 'structure':
        // The name and the id belong to the file; undo does not change them.
        dispatch(documentReplaced({ ...change[side], id: document().id, name: document().name }))
        return
      case 'feature':
        change.write(side)
        return
      case 'selection': {
        const plane = change[side]
        selection.set(plane === undefined ? undefined : unpackPlane(plane))
      }
    }
  }
}
