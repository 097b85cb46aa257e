import type { DocumentStructure } from './document-structure.ts'

/** The document with another photo for what a label layer paints; null = the one of the whole picture. */
export function withLayerExemplar(
  document: DocumentStructure,
  layerId: string,
  exemplarId: string | null,
): DocumentStructure {
  const layer = document.layers[layerId]
  if (layer?.kind !== 'label' || (layer.exemplarId ?? null) === exemplarId) return document
  const { exemplarId: _before, ...bare } = layer
  const changed = exemplarId === null ? bare : { ...bare, exemplarId }
  return { ...document, layers: { ...document.layers, [layerId]: changed } }
}
