import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../document/document-structure.ts'
import { paintsLabels } from '../document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../document/layer-tree.ts'
import { UNLABELLED, type LabelRaster } from './label-raster.ts'

/** Where label pixels come from; the raster store is one. */
export interface RasterSource {
  get(layerId: string): LabelRaster | undefined
}

/**
 * The rasters of the visible label layers, top first. While the document is being resized, only those that have the new
 * size already.
 */
export function visibleRasters(document: DocumentStructure, rasters: RasterSource): LabelRaster[] {
  return placedLayers(document).flatMap(({ layer, visible }) => {
    const raster = paintsLabels(layer) && visible ? rasters.get(layer.id) : undefined
    return raster?.width === document.width && raster.height === document.height ? [raster] : []
  })
}

/** The layout: at every pixel the topmost visible label, else the document's backdrop. Always a fresh copy. */
export function composeLayout(document: DocumentStructure, rasters: RasterSource): LabelMap {
  const stack = visibleRasters(document, rasters)
  const data = composeStack(stack, document.width * document.height)
  for (let index = 0; index < data.length; index += 1) {
    if (data[index] === UNLABELLED) data[index] = document.backdropClassId
  }
  return { width: document.width, height: document.height, data }
}

/** The topmost label of each pixel, `UNLABELLED` where no raster has one. @param stack Top first, all of one size. */
export function composeStack(stack: readonly LabelRaster[], length: number): Uint8Array {
  const data = stack.at(0)?.data.slice() ?? new Uint8Array(length).fill(UNLABELLED)
  for (const { data: below } of stack.slice(1)) {
    for (let index = 0; index < length; index += 1) {
      if (data[index] === UNLABELLED) data[index] = below[index] ?? UNLABELLED
    }
  }
  return data
}
