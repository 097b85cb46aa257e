import type { LabelMap } from '../../../electron/contract/label-map.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { paintsLabels } from '../../model/document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import { maskSpans } from '../../model/raster/mask-spans.ts'

/**
 * Paints a whole layout into the topmost paintable label layer, as one undo step, so that the document shows exactly
 * that layout. The user is told when no layer can be painted.
 */
export function restoreLayout(
  editor: Pick<Editor, 'layers' | 'paint'>,
  document: DocumentStructure,
  layout: LabelMap,
): void {
  const top = placedLayers(document).find(({ layer, visible, locked }) => paintsLabels(layer) && visible && !locked)
  if (top !== undefined) editor.layers.choose(top.layer.id)
  const gesture = editor.paint.begin({ obeyRules: false, mirror: false })
  if (gesture === undefined) return
  const { data } = resizeNearest(layout, document)
  for (const classId of new Set(data)) {
    const mask = Uint8Array.from(data, (id) => (id === classId ? 1 : 0))
    gesture.draw(classId, (sink) => maskSpans(mask, document.width, sink))
  }
  gesture.commit('results.restore')
}
