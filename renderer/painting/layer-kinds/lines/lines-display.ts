import type Konva from 'konva'

import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import { linePartTable } from '../../../model/lines/line-parts.ts'
import { pathOf, type Stroke } from '../../../model/lines/stroke.ts'
import type { DrawFigure } from '../display-item.ts'
import type { LayerDisplay } from '../layer-display.ts'

/** In CSS pixels, whatever the zoom. */
const LINE_WIDTH = 2
const EDGE_WIDTH = 4

/** Every line in the colour of its part, with a dark edge so that it can be seen on bright pictures. */
export const linesDisplay: LayerDisplay<LayerOf<'lines'>> = {
  item: ({ id, strokes }, opacity) => ({ kind: 'figure', key: id, draw: drawStrokes(strokes), opacity }),
  handles: undefined,
}

function drawStrokes(strokes: readonly Stroke[]): DrawFigure {
  return (context, zoom) => {
    context.setAttr('lineCap', 'round')
    context.setAttr('lineJoin', 'round')
    context.setAttr('strokeStyle', 'rgb(0 0 0 / 55%)')
    context.setAttr('lineWidth', EDGE_WIDTH / zoom)
    for (const stroke of strokes) trace(context, stroke)
    context.setAttr('lineWidth', LINE_WIDTH / zoom)
    for (const stroke of strokes) {
      context.setAttr('strokeStyle', linePartTable[stroke.part].colour)
      trace(context, stroke)
    }
  }
}

function trace(context: Konva.Context, stroke: Stroke): void {
  context.beginPath()
  const path = pathOf(stroke)
  // A dot is a line of no length.
  for (const [index, [x, y]] of (path.length === 1 ? [...path, ...path] : path).entries())
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  context.stroke()
}
