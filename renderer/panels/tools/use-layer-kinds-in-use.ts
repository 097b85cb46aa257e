import { useSelector } from 'react-redux'

import { selectLayerKinds } from '../../model/document/document-selectors.ts'
import type { LayerKindName } from '../../model/document/layer-kinds/layer-schema.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { drawnLayerKinds } from '../../synthesis/conditions/condition-table.ts'
import { usePacks } from '../../synthesis/packs/packs-context.ts'

/**
 * Whether tools and panels for a kind of layer are of use: the document holds such a layer, or the pack in use takes what
 * is drawn on it.
 *
 * @param onlyLabels The workspace draws nothing but labels, whatever else the pack takes
 */
export function useLayerKindsInUse(onlyLabels = false): (kind: LayerKindName) => boolean {
  const held = useSelector(selectLayerKinds)
  const manifest = useObservable(usePacks().manifest)
  const drawn = manifest === undefined || onlyLabels ? [] : drawnLayerKinds(manifest)
  return (kind) => held.includes(kind) || drawn.includes(kind)
}
