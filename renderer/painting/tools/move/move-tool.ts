import { UNLABELLED } from '../../../model/raster/label-raster.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { FloatSession, type FloatContext } from './float-session.ts'
import { liftPixels, type FloatingPixels } from './floating-pixels.ts'
import { draggingPoint, pointAt, type PointDragContext } from './point-drag.ts'
import { draggedTransform, handleAt, type Handle } from './transform-handles.ts'

type MoveContext = FloatContext & PointDragContext & Pick<ToolContext, 'classes' | 'notify'>

/** Moves, scales and rotates the selected pixels of the active layer, or all of them. */
export const moveTool: Tool<'move'> = {
  id: 'move',
  title: 'tool.move',
  icon: 'move',
  shortcut: 'V',
  group: 'select',
  cursor: 'move',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.move',
  settings: {},
  start: moveIdle,
}

function moveIdle(context: MoveContext): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      if (context.handles.points() !== undefined) return grabPoint(context, pointer, idle)
      const raster = context.classes.activeLayer()
      const pixels = raster === undefined ? undefined : liftPixels(raster, context.selection.get())
      if (raster !== undefined && pixels === undefined) {
        context.notify('toolProblem.nothingToMove')
        return undefined
      }
      const gesture = context.paint.begin({ obeyRules: false, mirror: false })
      if (gesture === undefined || pixels === undefined) return undefined
      const session = new FloatSession(context, gesture, pixels, true)
      return dragging(context, session, idle, { kind: 'move' }, pointer)
    },
  }
  return idle
}

function grabPoint(context: MoveContext, { at }: CanvasPointer, idle: ToolState): ToolState | undefined {
  if (context.handles.isLocked()) {
    context.notify('toolProblem.locked')
    return undefined
  }
  const index = pointAt(context, at)
  return index === undefined ? undefined : draggingPoint(context, index, idle)
}

/** Pixels from elsewhere float in the middle until they land; undefined when the layer takes none. */
export function pasteState(context: MoveContext, pixels: FloatingPixels): ToolState | undefined {
  if (pixels.data.every((id) => id === UNLABELLED)) return undefined
  const gesture = context.paint.begin({ obeyRules: false, mirror: false })
  if (gesture === undefined) return undefined
  return floating(context, new FloatSession(context, gesture, pixels, false), moveIdle(context))
}

/** State while pixels float, with handles to grab. */
function floating(context: MoveContext, session: FloatSession, idle: ToolState): ToolState {
  const land = (): ToolState => {
    session.land('edit.transform')
    return idle
  }
  const giveUp = (): ToolState => {
    session.giveUp()
    return idle
  }
  return {
    name: 'floating',
    enter: () => session.showFrame(),
    pointerDown(pointer) {
      const handle = handleAt(session.pixels, session.transform, pointer.at, context.view.zoom())
      return handle === undefined ? land() : dragging(context, session, idle, handle, pointer)
    },
    key(key) {
      return key === 'Enter' ? land() : giveUp()
    },
    complete: land,
    cancel: giveUp,
  }
}

function dragging(
  context: MoveContext,
  session: FloatSession,
  idle: ToolState,
  handle: Handle,
  down: CanvasPointer,
): ToolState {
  const start = session.transform
  return {
    name: 'dragging',
    pointerMove({ at, shift }) {
      session.moveTo(draggedTransform(session.pixels, start, handle, down.at, at, shift))
      return undefined
    },
    pointerUp: () => floating(context, session, idle),
    complete() {
      session.land('edit.transform')
      return idle
    },
    cancel() {
      session.giveUp()
      return idle
    },
  }
}
