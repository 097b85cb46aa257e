import type { ReadyExemplar } from '../exemplars/active-exemplar.ts'
import type { LayoutRegions } from '../../model/raster/compose-regions.ts'
import type { PictureRegions } from '../results/live-results.ts'

type Photos = Pick<ReadyExemplar, 'exemplar' | 'ofLayers'>

/**
 * Whether a layer's photo is loaded and differs from that of the whole picture; the same photo would change nothing.
 */
export function hasOwnPhoto({ exemplar, ofLayers }: Photos, id: string): boolean {
  return ofLayers.has(id) && ofLayers.get(id) !== exemplar
}

/** Regions with the photos that they take their style from. */
export function pictureRegions(regions: LayoutRegions | undefined, { ofLayers }: Photos): PictureRegions | undefined {
  if (regions === undefined) return undefined
  return { ...regions, exemplars: regions.exemplarIds.flatMap((id) => ofLayers.get(id) ?? []) }
}
