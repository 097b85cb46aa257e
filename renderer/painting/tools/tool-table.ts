import { brushTool } from './brush/brush-tool.ts'
import { ellipseTool } from './ellipse/ellipse-tool.ts'
import { eraserTool } from './eraser/eraser-tool.ts'
import { eyedropperTool } from './eyedropper/eyedropper-tool.ts'
import { fillTool } from './fill/fill-tool.ts'
import { handTool } from './hand/hand-tool.ts'
import { lassoTool } from './lasso/lasso-tool.ts'
import { lineEraserTool } from './line-eraser/line-eraser-tool.ts'
import { lineTool } from './line/line-tool.ts'
import { magicTool } from './magic/magic-tool.ts'
import { marqueeTool } from './marquee/marquee-tool.ts'
import { moveTool } from './move/move-tool.ts'
import { poseTool } from './pose/pose-tool.ts'
import { penTool } from './pen/pen-tool.ts'
import { polygonTool } from './polygon/polygon-tool.ts'
import { removeTool } from './remove/remove-tool.ts'
import { rectangleTool } from './rectangle/rectangle-tool.ts'
import { reshapeTool } from './reshape/reshape-tool.ts'
import { zoomTool } from './zoom/zoom-tool.ts'

/** Every tool by its id, in the order of the tool bar. There is no other list of tools. */
export const toolTable = byId({
  brush: brushTool,
  eraser: eraserTool,
  fill: fillTool,
  remove: removeTool,
  line: lineTool,
  rectangle: rectangleTool,
  ellipse: ellipseTool,
  polygon: polygonTool,
  lasso: lassoTool,
  marquee: marqueeTool,
  magic: magicTool,
  eyedropper: eyedropperTool,
  move: moveTool,
  pose: poseTool,
  pen: penTool,
  lineEraser: lineEraserTool,
  reshape: reshapeTool,
  hand: handTool,
  zoom: zoomTool,
})

type ToolTable = typeof toolTable
export type ToolId = keyof ToolTable
/** One of the tools of the table, with its own settings. */
export type ListedTool = ToolTable[ToolId]

/** The tools in the order of the tool bar. */
export const tools: readonly ListedTool[] = Object.values(toolTable)

/** Makes a tool under another tool's name a compile error. */
function byId<const Table extends { readonly [Id in keyof Table]: { readonly id: Id } }>(table: Table): Table {
  return table
}
