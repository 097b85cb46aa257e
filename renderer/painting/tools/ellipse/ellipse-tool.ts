import { ellipseSpans } from '../../../model/raster/shapes/box.ts'
import { boxIdle } from '../rectangle/box-states.ts'
import type { Tool } from '../tool.ts'
import { ShapeOptions } from '../shape-options.tsx'
import { shapeSettings, type ShapeSettings } from '../shape-settings.ts'

/** Paints or selects an ellipse; Shift makes it a circle, Alt grows it from its middle. */
export const ellipseTool: Tool<'ellipse', ShapeSettings> = {
  id: 'ellipse',
  title: 'tool.ellipse',
  icon: 'ellipse',
  shortcut: 'O',
  group: 'shape',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: true,
  obeysPaintRules: true,
  settings: shapeSettings,
  options: ShapeOptions,
  start: (context) =>
    boxIdle(context, {
      title: 'tool.ellipse',
      overlay: 'ellipse',
      spans: ellipseSpans,
      selects: () => context.settings().shapeAction === 'select',
    }),
}
