import { rectangleSpans } from '../../../model/raster/shapes/box.ts'
import { boxIdle } from '../rectangle/box-states.ts'
import type { Tool } from '../tool.ts'

/** Selects a rectangle: Shift adds, Alt subtracts, both together intersect. */
export const marqueeTool: Tool<'marquee'> = {
  id: 'marquee',
  title: 'tool.marquee',
  icon: 'marquee',
  shortcut: 'M',
  group: 'select',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  settings: {},
  start: (context) =>
    boxIdle(context, { title: 'tool.marquee', overlay: 'rectangle', spans: rectangleSpans, selects: () => true }),
}
