import { ellipseSpans } from '../../../model/raster/shapes/box.ts'
import { boxIdle } from '../rectangle/box-states.ts'
import type { Tool } from '../tool.ts'

/** Paints or selects an ellipse; Shift makes it a circle, Alt grows it from its middle. */
export const ellipseTool: Tool = {
  id: 'ellipse',
  title: 'tool.ellipse',
  icon: 'ellipse',
  shortcut: 'O',
  cursor: 'crosshair',
  altPicks: false,
  start: (context) =>
    boxIdle(context, {
      title: 'tool.ellipse',
      overlay: 'ellipse',
      spans: ellipseSpans,
      selects: () => context.settings().shapeAction === 'select',
    }),
}
