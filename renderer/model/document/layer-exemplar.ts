import type { DocumentStructure } from './document-structure.ts'
import { exemplarIdOf, withExemplarId } from './layer-kinds/layer-facets.ts'

/** The document after a layer was given a photo of its own; null = the layer uses the photo of the whole picture. */
export function withLayerExemplar(
  document: DocumentStructure,
  layerId: string,
  exemplarId: string | null,
): DocumentStructure {
  const layer = document.layers[layerId]
  if (layer === undefined || (exemplarIdOf(layer) ?? null) === exemplarId) return document
  const changed = withExemplarId(layer, exemplarId ?? undefined)
  return changed === layer ? document : { ...document, layers: { ...document.layers, [layerId]: changed } }
}
