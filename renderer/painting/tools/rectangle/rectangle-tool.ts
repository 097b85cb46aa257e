import { rectangleSpans } from '../../../model/raster/shapes/box.ts'
import type { Tool } from '../tool.ts'
import { boxIdle } from './box-states.ts'

/** Paints or selects a rectangle; Shift makes it square, Alt grows it from its middle. */
export const rectangleTool: Tool = {
  id: 'rectangle',
  title: 'tool.rectangle',
  icon: 'rectangle',
  shortcut: 'R',
  cursor: 'crosshair',
  altPicks: false,
  start: (context) =>
    boxIdle(context, {
      title: 'tool.rectangle',
      overlay: 'rectangle',
      spans: rectangleSpans,
      selects: () => context.settings().shapeAction === 'select',
    }),
}
