import { brushTool } from './brush/brush-tool.ts'
import { ellipseTool } from './ellipse/ellipse-tool.ts'
import { eraserTool } from './eraser/eraser-tool.ts'
import { eyedropperTool } from './eyedropper/eyedropper-tool.ts'
import { fillTool } from './fill/fill-tool.ts'
import { handTool } from './hand/hand-tool.ts'
import { lassoTool } from './lasso/lasso-tool.ts'
import { lineTool } from './line/line-tool.ts'
import { magicTool } from './magic/magic-tool.ts'
import { marqueeTool } from './marquee/marquee-tool.ts'
import { moveTool } from './move/move-tool.ts'
import { polygonTool } from './polygon/polygon-tool.ts'
import { rectangleTool } from './rectangle/rectangle-tool.ts'
import type { ToolId } from './tool-settings.ts'
import type { Tool } from './tool.ts'
import { zoomTool } from './zoom/zoom-tool.ts'

/** The tools by name, in the order of the tool bar; the type makes a missing one a compile error. */
export const toolTable: Readonly<Record<ToolId, Tool>> = {
  brush: brushTool,
  eraser: eraserTool,
  fill: fillTool,
  line: lineTool,
  rectangle: rectangleTool,
  ellipse: ellipseTool,
  polygon: polygonTool,
  lasso: lassoTool,
  marquee: marqueeTool,
  magic: magicTool,
  eyedropper: eyedropperTool,
  move: moveTool,
  hand: handTool,
  zoom: zoomTool,
}
