import { rectangleSpans } from '../../../model/raster/shapes/box.ts'
import type { Tool } from '../tool.ts'
import { boxIdle } from './box-states.ts'
import { ShapeOptions } from '../shape-options.tsx'
import { shapeSettings, type ShapeSettings } from '../shape-settings.ts'

/** Paints or selects a rectangle; Shift makes it square, Alt grows it from its middle. */
export const rectangleTool: Tool<'rectangle', ShapeSettings> = {
  id: 'rectangle',
  title: 'tool.rectangle',
  icon: 'rectangle',
  shortcut: 'R',
  group: 'shape',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: true,
  obeysPaintRules: true,
  settings: shapeSettings,
  options: ShapeOptions,
  start: (context) =>
    boxIdle(context, {
      title: 'tool.rectangle',
      overlay: 'rectangle',
      spans: rectangleSpans,
      selects: () => context.settings().shapeAction === 'select',
    }),
}
