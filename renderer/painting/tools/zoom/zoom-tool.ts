import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'

/** How much one click zooms, and how much a drag of one CSS pixel. */
const CLICK_FACTOR = 1.5
const DRAG_FACTOR = 1.01

/** Zooms in on a click, out with Alt, smoothly while dragging sideways. */
export const zoomTool: Tool<'zoom'> = {
  id: 'zoom',
  title: 'tool.zoom',
  icon: 'zoom',
  shortcut: 'Z',
  group: 'view',
  cursor: 'zoom-in',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.zoom',
  settings: {},
  start: zoomIdle,
}

function zoomIdle({ view }: Pick<ToolContext, 'view'>): ToolState {
  const idle: ToolState = { name: 'idle', pointerDown: (down) => pressed(down) }
  const pressed = (down: CanvasPointer): ToolState => {
    let lastX = down.screen.x
    let dragged = false
    return {
      name: 'pressed',
      pointerMove({ screen }) {
        dragged ||= Math.abs(screen.x - down.screen.x) > 2
        if (dragged) view.zoomAt(down.screen, DRAG_FACTOR ** (screen.x - lastX))
        lastX = screen.x
        return undefined
      },
      pointerUp({ alt }) {
        if (!dragged) view.zoomAt(down.screen, alt ? 1 / CLICK_FACTOR : CLICK_FACTOR)
        return idle
      },
      cancel: () => idle,
      complete: () => idle,
    }
  }
  return idle
}
