import { cutByDisc, withoutTouched } from '../../../model/lines/erase-lines.ts'
import { densePath } from '../../../model/lines/smooth-path.ts'
import type { LinePoint, Stroke } from '../../../model/lines/stroke.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { lineGestureEnds, linesIdle, lineToolTraits } from '../line-gestures.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { LineEraserOptions } from './line-eraser-options.tsx'
import { lineEraserSettings, type LineEraserSettings } from './line-eraser-settings.ts'

type EraserContext = Pick<ToolContext<LineEraserSettings>, 'settings' | 'lines' | 'documentSize'>

/** Takes lines off an edge layer, as a whole or piece by piece. */
export const lineEraserTool: Tool<'lineEraser', LineEraserSettings> = {
  ...lineToolTraits,
  id: 'lineEraser',
  title: 'tool.lineEraser',
  icon: 'lineEraser',
  shortcut: 'X',
  cursor: 'brush',
  diameter: 'lineEraserSize',
  settings: lineEraserSettings,
  options: LineEraserOptions,
  start: (context) => linesIdle(context, (before, pointer, idle) => erasing(context, before, pointer, idle)),
}

function erasing(context: EraserContext, before: readonly Stroke[], down: CanvasPointer, idle: ToolState): ToolState {
  const { lineEraserTakes, lineEraserSize, mirrorsLines } = context.settings()
  const radius = lineEraserSize / 2
  const { width } = context.documentSize()
  const take = lineEraserTakes === 'lines' ? withoutTouched : cutByDisc
  let left = before
  let last: LinePoint = [down.at.x, down.at.y]
  const erase = (path: readonly LinePoint[]): void => {
    for (const [x, y] of path) {
      left = take(left, [x, y], radius)
      if (mirrorsLines) left = take(left, [width - x, y], radius)
    }
    context.lines.show(left)
  }
  return {
    name: 'erasing',
    enter: () => erase([last]),
    pointerMove({ samples }) {
      // A quick hand leaves gaps between samples wider than the eraser.
      const path = densePath([last, ...samples.map(({ x, y }): LinePoint => [x, y])], Math.max(1, radius / 2)).slice(1)
      last = path.at(-1) ?? last
      erase(path)
      return undefined
    },
    ...lineGestureEnds(context, 'tool.lineEraser', idle),
  }
}
