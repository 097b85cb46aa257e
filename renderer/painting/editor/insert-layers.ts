import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { childrenOf, strokesOf, withChildren } from '../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { unusedLayerName } from '../../model/document/layer-name.ts'
import { childIds, findPlaced, insertLayer, siblingIds } from '../../model/document/layer-tree.ts'

/** The document with a new layer directly above the active one. */
export function aboveActive(document: DocumentStructure, layer: Layer): DocumentStructure {
  const active = findPlaced(document, document.activeLayerId)
  const parentId = active?.parentId ?? null
  const index = active === undefined ? 0 : childIds(document, parentId).indexOf(active.layer.id)
  return insertLayer(document, layer, parentId, index)
}

/** The document with a copy of a layer and all inside it, above the layer. @param ids New ids by old ones. */
export function withCopy(
  document: DocumentStructure,
  id: string,
  ids: ReadonlyMap<string, string>,
  name: string,
): DocumentStructure {
  const copyId = ids.get(id)
  const placed = findPlaced(document, id)
  if (copyId === undefined || placed === undefined) return document
  const layers = { ...document.layers }
  for (const [from, to] of ids) {
    const layer = document.layers[from]
    if (layer === undefined) continue
    const children = childrenOf(layer).map((child) => ids.get(child) ?? child)
    layers[to] = { ...withChildren(layer, children), id: to }
  }
  const copy = layers[copyId]
  if (copy === undefined) return document
  const index = siblingIds(document, id).indexOf(id)
  return insertLayer(
    { ...document, layers },
    { ...copy, name: unusedLayerName(document, name) },
    placed.parentId,
    index,
  )
}

/** The document with all layers that hold lines hidden. */
export function withEdgesHidden(document: DocumentStructure): DocumentStructure {
  const hidden = Object.values(document.layers)
    .filter((layer) => (strokesOf(layer)?.length ?? 0) > 0)
    .map((layer) => [layer.id, { ...layer, visible: false }] as const)
  return { ...document, layers: { ...document.layers, ...Object.fromEntries(hidden) } }
}
