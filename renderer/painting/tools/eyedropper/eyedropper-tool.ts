import { classAt, UNLABELLED } from '../../../model/raster/label-raster.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState, Transition } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'

/** Makes the class under the pointer the active one. */
export const eyedropperTool: Tool<'eyedropper'> = {
  id: 'eyedropper',
  title: 'tool.eyedropper',
  icon: 'eyedropper',
  shortcut: 'I',
  group: 'select',
  cursor: 'cell',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.eyedropper',
  settings: {},
  start: eyedropperIdle,
}

function eyedropperIdle({ classes }: Pick<ToolContext, 'classes'>): ToolState {
  const pick = ({ at }: CanvasPointer): Transition => {
    const classId = classAt(classes.shown(), Math.floor(at.x), Math.floor(at.y))
    if (classId !== UNLABELLED) classes.choose(classId)
    return undefined
  }
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      pick(pointer)
      return picking
    },
  }
  const picking: ToolState = {
    name: 'picking',
    pointerMove: pick,
    pointerUp: () => idle,
    cancel: () => idle,
    complete: () => idle,
  }
  return idle
}
