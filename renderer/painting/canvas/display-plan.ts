import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { placedLayers, type PlacedLayer } from '../../model/document/layer-tree.ts'
import type { DisplayItem, ShownLabels } from '../layer-kinds/display-item.ts'
import { displayItemOf } from '../layer-kinds/layer-display-table.ts'

/**
 * What to draw, from the bottom up; hidden and empty layers are left out. Neighbouring label layers become one item, so
 * that twenty of them cost one image per frame.
 */
export function displayPlan(document: DocumentStructure): DisplayItem[] {
  const items: DisplayItem[] = []
  let run: readonly ShownLabels[] = []
  const endRun = (): void => {
    const [top] = run
    if (top !== undefined) items.push({ kind: 'labels', key: `labels-${top.layerId}`, layers: run })
    run = []
  }
  for (const { layer, opacity } of placedLayers(document).filter(isShown).toReversed()) {
    const item = displayItemOf(layer, opacity)
    if (item === undefined) continue
    if (item.kind === 'labels') run = [...item.layers, ...run]
    else {
      endRun()
      items.push(item)
    }
  }
  endRun()
  return items
}

function isShown({ visible, opacity }: PlacedLayer): boolean {
  return visible && opacity > 0
}
