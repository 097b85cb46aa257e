import { mirroredStroke } from '../../../model/lines/mirror-lines.ts'
import { smoothedPath } from '../../../model/lines/smooth-path.ts'
import { withPoints, type LinePoint, type Stroke } from '../../../model/lines/stroke.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { lineGestureEnds, linesIdle, lineToolTraits } from '../line-gestures.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { PenOptions } from './pen-options.tsx'
import { penSettings, type PenSettings } from './pen-settings.ts'

type PenContext = Pick<ToolContext<PenSettings>, 'settings' | 'lines' | 'documentSize' | 'view'>

/** A line is closed when its end comes this near to its beginning, in CSS pixels. */
const CLOSING_DISTANCE = 10
/** Passes of smoothing for each step of the setting. */
const PASSES = 3

/** Draws lines of a face part on an edge layer. */
export const penTool: Tool<'pen', PenSettings> = {
  ...lineToolTraits,
  id: 'pen',
  title: 'tool.pen',
  icon: 'pen',
  shortcut: 'N',
  cursor: 'crosshair',
  hint: 'toolHint.pen',
  settings: penSettings,
  options: PenOptions,
  start: (context) => linesIdle(context, (before, pointer, idle) => drawing(context, before, pointer, idle)),
}

/** State while drawing: the line shows smoothed, as it will be kept; with Shift it is straight from where it began. */
function drawing(context: PenContext, before: readonly Stroke[], down: CanvasPointer, idle: ToolState): ToolState {
  const { linePart, lineSmoothing, mirrorsLines } = context.settings()
  const path: LinePoint[] = [[down.at.x, down.at.y]]
  const show = (): void => {
    const stroke = strokeOf(path, { part: linePart, passes: PASSES * lineSmoothing, reach: closingReach(context) })
    if (stroke === undefined) return
    const { width } = context.documentSize()
    context.lines.show([...before, stroke, ...(mirrorsLines ? [mirroredStroke(stroke, width)] : [])])
  }
  return {
    name: 'drawing',
    enter: show,
    pointerMove({ samples, at, shift }) {
      if (shift) path.splice(1, path.length, [at.x, at.y])
      else path.push(...samples.map(({ x, y }): LinePoint => [x, y]))
      show()
      return undefined
    },
    ...lineGestureEnds(context, 'tool.pen', idle),
  }
}

function closingReach({ view }: Pick<PenContext, 'view'>): number {
  return CLOSING_DISTANCE / view.zoom()
}

interface StrokeOptions {
  readonly part: Stroke['part']
  readonly passes: number
  readonly reach: number
}

/** A path that moved away and came back to its beginning becomes a closed line. */
function strokeOf(path: readonly LinePoint[], { part, passes, reach }: StrokeOptions): Stroke | undefined {
  const [first] = path
  const last = path.at(-1)
  if (first === undefined || last === undefined) return undefined
  const away = ([x, y]: LinePoint): number => Math.hypot(x - first[0], y - first[1])
  const closed = path.length > 3 && away(last) <= reach && path.some((point) => away(point) > 2 * reach)
  const points = smoothedPath(closed ? [...path, first] : path, passes)
  return withPoints({ part, points, closed }, closed ? points.slice(0, -1) : points)
}
