import { capsuleSpans } from '../../../model/raster/shapes/capsule.ts'
import { snapToAngles } from '../snap-to-angles.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { PaintGesture } from '../../paint/paint-gesture.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { brushSizeSettings, type BrushSizeSettings } from '../brush/stroke-settings.ts'
import { LineOptions } from './line-options.tsx'

type LineContext = Pick<ToolContext<BrushSizeSettings>, 'settings' | 'classes' | 'paint'>

/** Draws one straight line of the brush's width; Shift snaps its angle. */
export const lineTool: Tool<'line', BrushSizeSettings> = {
  id: 'line',
  title: 'tool.line',
  icon: 'line',
  shortcut: 'U',
  group: 'shape',
  cursor: 'brush',
  altPicks: true,
  paintsClass: true,
  obeysPaintRules: true,
  diameter: 'brushSize',
  settings: brushSizeSettings,
  options: LineOptions,
  start: lineIdle,
}

function lineIdle(context: LineContext): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      const gesture = context.paint.begin()
      return gesture === undefined ? undefined : dragging(context, gesture, pointer, idle)
    },
  }
  return idle
}

function dragging(context: LineContext, gesture: PaintGesture, down: CanvasPointer, idle: ToolState): ToolState {
  const radius = context.settings().brushSize / 2
  const classId = context.classes.active()
  const from = { ...down.at, radius }
  const finish = (): ToolState => {
    gesture.commit('tool.line')
    return idle
  }
  return {
    name: 'dragging',
    pointerMove(pointer) {
      const end = pointer.shift ? snapToAngles(from, pointer.at) : pointer.at
      gesture.redraw((paint) => paint(classId, (sink) => capsuleSpans(from, { ...end, radius }, sink)))
      return undefined
    },
    pointerUp: finish,
    complete: finish,
    cancel() {
      gesture.cancel()
      return idle
    },
  }
}
