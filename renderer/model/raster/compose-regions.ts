import { MAXIMUM_REGIONS, type RegionMap } from '../../../electron/contract/exemplar-regions.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { nearestIndices } from '../../../electron/resampling/nearest.ts'
import type { DocumentStructure } from '../document/document-structure.ts'
import { exemplarIdOf, paintsLabels } from '../document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../document/layer-tree.ts'
import type { RasterSource } from './compose-layout.ts'
import { UNLABELLED } from './label-raster.ts'

/** Which photo each part of the layout takes its style from. */
export interface LayoutRegions {
  /** 0 = the photo of the whole picture, n = the n-th of the ids. */
  readonly map: RegionMap
  readonly exemplarIds: readonly string[]
}

/**
 * The parts of the layout whose label layers have a photo of their own. A pixel belongs to the topmost visible layer
 * that has a label there, as its class does. Layers with the same photo make one region.
 *
 * @param size Of the map; sampled as labels of that size are (`resizeNearest`), so that both have the same outlines.
 * @param usable Photos that may be used; a layer with any other photo counts as having none.
 * @returns undefined when no visible layer has a photo of its own
 */
export function composeRegions(
  document: DocumentStructure,
  rasters: RasterSource,
  size: ImageSize,
  usable: (exemplarId: string) => boolean,
): LayoutRegions | undefined {
  const stack = placedLayers(document).flatMap(({ layer, visible }) => {
    const raster = paintsLabels(layer) && visible ? rasters.get(layer.id) : undefined
    return raster === undefined ? [] : [{ raster, exemplarId: exemplarIdOf(layer) }]
  })
  if (!stack.some(({ exemplarId }) => exemplarId !== undefined && usable(exemplarId))) return undefined
  const exemplarIds: string[] = []
  const data = new Uint8Array(size.width * size.height)
  const open = openPlaces(document, size)
  for (const { raster, exemplarId } of stack) {
    const own = exemplarId !== undefined && usable(exemplarId) ? exemplarId : undefined
    const painted = open.painted(raster.data)
    if (own === undefined || painted.length === 0) continue
    if (!exemplarIds.includes(own) && exemplarIds.length < MAXIMUM_REGIONS) exemplarIds.push(own)
    const index = exemplarIds.indexOf(own) + 1
    for (const place of painted) data[place] = index
  }
  return exemplarIds.length === 0 ? undefined : { map: { ...size, data }, exemplarIds }
}

/**
 * Visits the pixels of a smaller map layer by layer, from the top down; the first layer that paints a pixel decides it.
 */
function openPlaces(
  document: ImageSize,
  { width, height }: ImageSize,
): { readonly painted: (labels: Uint8Array) => readonly number[] } {
  const columns = nearestIndices(document.width, width)
  const rows = nearestIndices(document.height, height)
  const taken = new Uint8Array(width * height)
  return {
    painted: (labels) => {
      const places: number[] = []
      for (let y = 0; y < height; y += 1) {
        const row = (rows[y] ?? 0) * document.width
        for (let x = 0; x < width; x += 1) {
          const place = y * width + x
          if (taken[place] === 1 || labels[row + (columns[x] ?? 0)] === UNLABELLED) continue
          taken[place] = 1
          places.push(place)
        }
      }
      return places
    },
  }
}
