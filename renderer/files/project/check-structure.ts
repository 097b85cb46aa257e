import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { childrenOf } from '../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'

/** Groups nested deeper than this exist only in hostile files. */
const DEEPEST = 32

/**
 * A structure whose tree is sound: every id names a layer, no layer stands in two places, and nothing contains itself.
 * Files may contain anything, and a cycle would make every walk over the layers endless. Layers without a place are
 * left out.
 *
 * @returns undefined when the tree is damaged
 */
export function checkStructure(structure: DocumentStructure): DocumentStructure | undefined {
  const reached = new Map<string, Layer>()
  const walk = (ids: readonly string[], depth: number): boolean =>
    depth <= DEEPEST &&
    ids.every((id) => {
      const layer = Object.hasOwn(structure.layers, id) ? structure.layers[id] : undefined
      if (layer?.id !== id || reached.has(id)) return false
      reached.set(id, layer)
      return walk(childrenOf(layer), depth + 1)
    })
  if (!walk(structure.rootIds, 0)) return undefined
  const { activeLayerId } = structure
  return {
    ...structure,
    layers: Object.fromEntries(reached),
    activeLayerId:
      activeLayerId !== null && reached.has(activeLayerId) ? activeLayerId : (structure.rootIds[0] ?? null),
  }
}
