import type { DocumentStructure } from './document-structure.ts'
import { childrenOf, holdsLayers, withChildren } from './layer-kinds/layer-facets.ts'
import type { Layer } from './layer-kinds/layer-schema.ts'

/** A layer with what follows from the groups around it. */
export interface PlacedLayer {
  readonly layer: Layer
  /** 0 at the root. */
  readonly depth: number
  readonly parentId: string | null
  /** Its own and every surrounding group's. */
  readonly visible: boolean
  readonly locked: boolean
  readonly opacity: number
}

/** Every layer in panel order: top of the stack first, a group before its children. */
export function placedLayers(document: DocumentStructure): PlacedLayer[] {
  const found: PlacedLayer[] = []
  const walk = (ids: readonly string[], parent: PlacedLayer | undefined): void => {
    for (const id of ids) {
      const layer = document.layers[id]
      if (layer === undefined) continue
      const placed: PlacedLayer = {
        layer,
        depth: parent === undefined ? 0 : parent.depth + 1,
        parentId: parent?.layer.id ?? null,
        visible: layer.visible && parent?.visible !== false,
        locked: layer.locked || parent?.locked === true,
        opacity: layer.opacity * (parent?.opacity ?? 1),
      }
      found.push(placed)
      walk(childrenOf(layer), placed)
    }
  }
  walk(document.rootIds, undefined)
  return found
}

export function findPlaced(document: DocumentStructure, id: string | null): PlacedLayer | undefined {
  return placedLayers(document).find(({ layer }) => layer.id === id)
}

/** The ids of a layer and its siblings, top first. */
export function siblingIds(document: DocumentStructure, id: string): readonly string[] {
  const parentId = findPlaced(document, id)?.parentId ?? null
  return childIds(document, parentId)
}

export function childIds(document: DocumentStructure, parentId: string | null): readonly string[] {
  if (parentId === null) return document.rootIds
  const parent = document.layers[parentId]
  return parent === undefined ? [] : childrenOf(parent)
}

function withChildIds(document: DocumentStructure, parentId: string | null, ids: readonly string[]): DocumentStructure {
  if (parentId === null) return { ...document, rootIds: [...ids] }
  const parent = document.layers[parentId]
  if (parent === undefined || !holdsLayers(parent)) return document
  return { ...document, layers: { ...document.layers, [parentId]: withChildren(parent, ids) } }
}

/** Adds a layer at a place among the parent's children (0 = top) and makes it the active one. */
export function insertLayer(
  document: DocumentStructure,
  layer: Layer,
  parentId: string | null,
  index: number,
): DocumentStructure {
  const added = { ...document, layers: { ...document.layers, [layer.id]: layer }, activeLayerId: layer.id }
  return withChildIds(added, parentId, childIds(added, parentId).toSpliced(index, 0, layer.id))
}

/** Removes a layer and all layers inside it; the layer that is now at its place becomes active. */
export function removeLayer(document: DocumentStructure, id: string): DocumentStructure {
  const placed = findPlaced(document, id)
  if (placed === undefined) return document
  const siblings = siblingIds(document, id)
  const index = siblings.indexOf(id)
  const gone = new Set(subtreeIds(document, id))
  const layers = Object.fromEntries(Object.entries(document.layers).filter(([key]) => !gone.has(key)))
  const left = siblings.filter((sibling) => sibling !== id)
  const active =
    document.activeLayerId !== null && gone.has(document.activeLayerId)
      ? (left[Math.min(index, left.length - 1)] ?? placed.parentId)
      : document.activeLayerId
  return {
    ...withChildIds(document, placed.parentId, left),
    layers: pruned(layers, placed.parentId, left),
    activeLayerId: active,
  }
}

function pruned(
  layers: Record<string, Layer>,
  parentId: string | null,
  left: readonly string[],
): Record<string, Layer> {
  const parent = parentId === null ? undefined : layers[parentId]
  return parent === undefined ? layers : { ...layers, [parent.id]: withChildren(parent, left) }
}

/**
 * Moves a layer to a place among a parent's children, counted without the layer itself; a layer cannot move into
 * itself.
 */
export function moveLayer(
  document: DocumentStructure,
  id: string,
  parentId: string | null,
  index: number,
): DocumentStructure {
  const placed = findPlaced(document, id)
  if (placed === undefined || (parentId !== null && subtreeIds(document, id).includes(parentId))) return document
  const without = withChildIds(
    document,
    placed.parentId,
    siblingIds(document, id).filter((sibling) => sibling !== id),
  )
  return withChildIds(without, parentId, childIds(without, parentId).toSpliced(index, 0, id))
}

/** A layer's id and those of all layers inside it. */
export function subtreeIds(document: DocumentStructure, id: string): string[] {
  const layer = document.layers[id]
  if (layer === undefined) return []
  return [id, ...childrenOf(layer).flatMap((child) => subtreeIds(document, child))]
}
