import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'

/** Moves the view. */
export const handTool: Tool<'hand'> = {
  id: 'hand',
  title: 'tool.hand',
  icon: 'hand',
  shortcut: 'H',
  group: 'view',
  cursor: 'grab',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.hand',
  settings: {},
  start: handIdle,
}

function handIdle({ view }: Pick<ToolContext, 'view'>): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown({ screen }) {
      let last = screen
      return {
        name: 'dragging',
        pointerMove(pointer) {
          view.pan({ x: pointer.screen.x - last.x, y: pointer.screen.y - last.y })
          last = pointer.screen
          return undefined
        },
        pointerUp: () => idle,
        cancel: () => idle,
        complete: () => idle,
      }
    },
  }
  return idle
}
