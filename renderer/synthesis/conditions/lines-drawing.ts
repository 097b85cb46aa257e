import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { strokesOf, withStrokes } from '../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import { conditionOfStrokes, strokesOfCondition } from '../../model/lines/lines-condition.ts'
import type { ConditionDrawing, ConditionSources, DrawnCondition } from './drawn-condition.ts'

/** Edges by hand: the lines of all visible edge layers together. */
export const linesDrawing: ConditionDrawing<'lines'> = {
  drawnOn: 'lines',
  paintsClasses: false,
  saidBy: (layer) => (strokesOf(layer)?.length ?? 0) > 0,
  ofDocument: drawnLines,
  restored: (document, condition) => {
    const [top, ...others] = edgeLayers(document)
    if (top === undefined) return document
    const layers = { ...document.layers, [top.id]: withStrokes(top, strokesOfCondition(condition, document)) }
    // The condition holds the lines of the other layers too; if these stayed visible, the lines would be drawn twice.
    for (const layer of others) layers[layer.id] = { ...layer, visible: false }
    return { ...document, layers }
  },
}

/** How documents are drawn for packs of edges: these take lines drawn by hand as well as a photo's edges. */
export const edgesDrawing: ConditionDrawing<'edges'> = {
  drawnOn: 'lines',
  paintsClasses: false,
  saidBy: linesDrawing.saidBy,
  ofDocument: drawnLines,
  restored: undefined,
}

function drawnLines({ document }: ConditionSources): DrawnCondition | undefined {
  const strokes = edgeLayers(document).flatMap((layer) => strokesOf(layer) ?? [])
  return strokes.length === 0 ? undefined : { condition: conditionOfStrokes(strokes, document), regions: undefined }
}

function edgeLayers(document: DocumentStructure): readonly Layer[] {
  return placedLayers(document).flatMap(({ layer, visible }) =>
    visible && strokesOf(layer) !== undefined ? [layer] : [],
  )
}
