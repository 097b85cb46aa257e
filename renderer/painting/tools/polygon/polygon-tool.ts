import { distance, type Point } from '../../../model/raster/geometry.ts'
import { polygonSpans } from '../../../model/raster/shapes/polygon.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { paintShape, selectShape } from '../shape-finish.ts'
import { snapToAngles } from '../snap-to-angles.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { ShapeOptions } from '../shape-options.tsx'
import { shapeSettings, type ShapeSettings } from '../shape-settings.ts'

type PolygonContext = Pick<
  ToolContext<ShapeSettings>,
  'settings' | 'classes' | 'paint' | 'selection' | 'overlay' | 'documentSize' | 'view'
>

/** A click this near to the first corner closes the shape, in CSS pixels. */
const CLOSING_DISTANCE = 8

/** Paints or selects a shape of clicked corners. */
export const polygonTool: Tool<'polygon', ShapeSettings> = {
  id: 'polygon',
  title: 'tool.polygon',
  icon: 'polygon',
  shortcut: 'P',
  group: 'shape',
  cursor: 'crosshair',
  altPicks: false,
  paintsClass: true,
  obeysPaintRules: true,
  hint: 'toolHint.polygon',
  settings: shapeSettings,
  options: ShapeOptions,
  start: polygonIdle,
}

function polygonIdle(context: PolygonContext): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown: (pointer) => placing(context, pointer, idle),
  }
  return idle
}

function placing(context: PolygonContext, first: CanvasPointer, idle: ToolState): ToolState {
  const corners: Point[] = [first.at]
  let pointerAt: Point = first.at

  const show = (): void =>
    context.overlay.show({ kind: 'path', points: [...corners, pointerAt], closed: false, corners: true })
  const target = ({ at, shift }: CanvasPointer): Point => {
    const last = corners.at(-1)
    return shift && last !== undefined ? snapToAngles(last, at) : at
  }
  const finish = (): ToolState => {
    const draw = polygonSpans.bind(undefined, [...corners])
    if (corners.length < 3) return idle
    if (context.settings().shapeAction === 'select') selectShape(context, draw, first)
    else paintShape(context, draw, 'tool.polygon')
    return idle
  }
  return {
    name: 'placing',
    enter: show,
    pointerMove(pointer) {
      pointerAt = target(pointer)
      show()
      return undefined
    },
    pointerDown(pointer) {
      const near = distance(pointer.at, first.at) * context.view.zoom() <= CLOSING_DISTANCE
      if (pointer.clicks >= 2 || (near && corners.length >= 3)) return finish()
      corners.push(target(pointer))
      show()
      return undefined
    },
    key(key) {
      if (key === 'Enter') return finish()
      if (key === 'Escape') return idle
      corners.pop()
      show()
      return corners.length === 0 ? idle : undefined
    },
    cancel: () => idle,
    complete: finish,
    exit: () => context.overlay.show(undefined),
  }
}
