import type { Point } from '../../../model/raster/geometry.ts'
import { polygonSpans } from '../../../model/raster/shapes/polygon.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { paintShape, selectShape } from '../shape-finish.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { ShapeOptions } from '../shape-options.tsx'
import { shapeSettings, type ShapeSettings } from '../shape-settings.ts'

type LassoContext = Pick<
  ToolContext<ShapeSettings>,
  'settings' | 'classes' | 'paint' | 'selection' | 'overlay' | 'documentSize'
>

/** Paints or selects a shape drawn freehand. */
export const lassoTool: Tool<'lasso', ShapeSettings> = {
  id: 'lasso',
  title: 'tool.lasso',
  icon: 'lasso',
  shortcut: 'L',
  group: 'shape',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: true,
  obeysPaintRules: true,
  settings: shapeSettings,
  options: ShapeOptions,
  start: lassoIdle,
}

function lassoIdle(context: LassoContext): ToolState {
  const idle: ToolState = { name: 'idle', pointerDown: (pointer) => dragging(context, pointer, idle) }
  return idle
}

function dragging(context: LassoContext, down: CanvasPointer, idle: ToolState): ToolState {
  const points: Point[] = [down.at]
  const selects = context.settings().shapeAction === 'select'
  const finish = (): ToolState => {
    const draw = polygonSpans.bind(undefined, points)
    if (points.length < 3) {
      if (selects && !down.shift && !down.alt) context.selection.change(undefined, 'selection.none')
      return idle
    }
    if (selects) selectShape(context, draw, down)
    else paintShape(context, draw, 'tool.lasso')
    return idle
  }
  return {
    name: 'dragging',
    pointerMove({ samples }) {
      points.push(...samples)
      context.overlay.show({ kind: 'path', points, closed: true, corners: false })
      return undefined
    },
    pointerUp: finish,
    complete: finish,
    cancel: () => idle,
    exit: () => context.overlay.show(undefined),
  }
}
