import { MAXIMUM_REGIONS } from '../../../electron/contract/exemplar-regions.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { exemplarIdOf } from '../../model/document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'

/** A layer with a photo of its own. */
export interface LayerPhoto {
  readonly layerId: string
  readonly layerName: string
  readonly exemplarId: string
}

/** Every layer that has a photo of its own, top first, hidden ones too. */
export function layerPhotos(document: DocumentStructure): readonly LayerPhoto[] {
  return placedLayers(document).flatMap(({ layer }) => {
    const exemplarId = exemplarIdOf(layer)
    return exemplarId === undefined ? [] : [{ layerId: layer.id, layerName: layer.name, exemplarId }]
  })
}

/** The ids of the photos of layers, each once. */
export function layerPhotoIds(document: DocumentStructure): readonly string[] {
  return [...new Set(layerPhotos(document).map(({ exemplarId }) => exemplarId))]
}

/** Whether a layer may take this photo: the number of photos that one picture mixes is limited. */
export function hasRoomFor(document: DocumentStructure, layerId: string, exemplarId: string): boolean {
  const others = new Set(
    layerPhotos(document).flatMap((photo) => (photo.layerId === layerId ? [] : [photo.exemplarId])),
  )
  return others.has(exemplarId) || others.size < MAXIMUM_REGIONS
}
