import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { ReadyExemplar } from '../exemplars/active-exemplar.ts'
import type { RasterSource } from '../../model/raster/compose-layout.ts'
import { composeRegions } from '../../model/raster/compose-regions.ts'
import type { PictureRegions } from '../results/live-results.ts'

/** What of a picture takes its style from the photos of single layers; undefined when nothing does. */
export function pictureRegions(
  document: DocumentStructure,
  rasters: RasterSource,
  size: ImageSize,
  { exemplar, ofLayers }: Pick<ReadyExemplar, 'exemplar' | 'ofLayers'>,
): PictureRegions | undefined {
  // A layer with the very photo of the whole picture asks for nothing that it would not get.
  const usable = (id: string): boolean => ofLayers.has(id) && ofLayers.get(id) !== exemplar
  const regions = composeRegions(document, rasters, size, usable)
  if (regions === undefined) return undefined
  const exemplars = regions.exemplarIds.flatMap((id) => ofLayers.get(id) ?? [])
  return { ...regions, exemplars }
}
