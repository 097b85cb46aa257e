import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { placedLayers, type PlacedLayer } from '../../model/document/layer-tree.ts'

/** A label layer as it is shown. */
export interface ShownLabels {
  readonly layerId: string
  readonly opacity: number
}

/**
 * One thing the stage draws. Neighbouring label layers become one, so that twenty of them cost one image per frame.
 */
export type DisplayItem =
  /** Top first. */
  | { readonly kind: 'labels'; readonly key: string; readonly layers: readonly ShownLabels[] }
  | { readonly kind: 'picture'; readonly key: string; readonly pictureId: string; readonly opacity: number }
  /** Whatever live synthesis made last, or the photo it makes it from. */
  | { readonly kind: 'live'; readonly key: string; readonly source: LiveSource; readonly opacity: number }

export type LiveSource = 'exemplar' | 'warp' | 'result'

/** What to draw, from the bottom up; hidden and empty layers are left out. */
export function displayPlan(document: DocumentStructure): DisplayItem[] {
  const items: DisplayItem[] = []
  let run: ShownLabels[] = []
  const endRun = (): void => {
    if (run.length > 0)
      items.push({ kind: 'labels', key: `labels-${run.at(-1)?.layerId ?? ''}`, layers: run.toReversed() })
    run = []
  }
  for (const placed of placedLayers(document).filter(isShown).toReversed()) {
    const { layer, opacity } = placed
    if (layer.kind === 'label') run.push({ layerId: layer.id, opacity })
    if (!('pictureId' in layer)) continue
    const key = layer.id
    endRun()
    if (layer.pictureId !== null) items.push({ kind: 'picture', key, pictureId: layer.pictureId, opacity })
    else if (layer.kind !== 'photo') items.push({ kind: 'live', key, source: layer.kind, opacity })
  }
  endRun()
  return items
}

function isShown({ visible, opacity }: PlacedLayer): boolean {
  return visible && opacity > 0
}
