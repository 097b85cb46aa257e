import { floodMask } from '../../../model/raster/flood-fill.ts'
import { maskSpans } from '../../../model/raster/mask-spans.ts'
import { surroundingClasses } from '../../../model/raster/surrounding-classes.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { NoSettings, Tool } from '../tool.ts'

/** Removes the thing under the pointer: the classes around it fill its place. */
export const removeTool: Tool<'remove'> = {
  id: 'remove',
  title: 'tool.remove',
  icon: 'trash',
  shortcut: 'D',
  group: 'paint',
  cursor: 'crosshair',
  altPicks: true,
  paintsClass: false,
  obeysPaintRules: false,
  hint: 'toolHint.remove',
  settings: {},
  start: removeIdle,
}

type RemoveContext = Pick<ToolContext<NoSettings>, 'classes' | 'paint' | 'overlay' | 'documentSize' | 'notify'>

function removeIdle(context: RemoveContext): ToolState {
  const { classes, paint, overlay, documentSize, notify } = context
  /** The area that a click would remove, highlighted under the pointer. */
  let shown: Uint8Array | undefined
  const show = (mask: Uint8Array | undefined): void => {
    shown = mask
    const { width, height } = documentSize()
    overlay.show(mask === undefined ? undefined : { kind: 'highlight', width, height, mask })
  }
  const areaUnder = ({ at }: CanvasPointer): Uint8Array | undefined => {
    const x = Math.floor(at.x)
    const y = Math.floor(at.y)
    const { width, height } = documentSize()
    if (x < 0 || y < 0 || x >= width || y >= height) return undefined
    if (shown?.[y * width + x] === 1) return shown
    return floodMask(classes.shown(), x, y, { contiguous: true, gap: 0 })
  }
  return {
    name: 'idle',
    pointerMove(pointer) {
      const area = areaUnder(pointer)
      if (area !== shown) show(area)
      return undefined
    },
    pointerDown(pointer) {
      show(undefined)
      const layout = classes.shown()
      const area = areaUnder(pointer)
      const around = area === undefined ? undefined : surroundingClasses(layout, area)
      if (area === undefined || around === undefined) {
        if (area !== undefined) notify('toolProblem.noSurroundings')
        return undefined
      }
      const gesture = paint.begin({ obeyRules: false, mirror: false })
      if (gesture === undefined) return undefined
      const found = new Set<number>()
      for (let at = 0; at < area.length; at += 1) if (area[at] === 1) found.add(around[at] ?? 0)
      for (const classId of found) {
        const own = area.map((inside, at) => (inside === 1 && around[at] === classId ? 1 : 0))
        gesture.draw(classId, (sink) => maskSpans(own, layout.width, sink))
      }
      gesture.commit('tool.remove')
      return undefined
    },
    exit: () => show(undefined),
  }
}
