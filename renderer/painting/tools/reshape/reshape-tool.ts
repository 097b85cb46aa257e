import { nearestStroke } from '../../../model/lines/near-line.ts'
import { grabLine, pulledLine } from '../../../model/lines/pull-line.ts'
import type { Stroke } from '../../../model/lines/stroke.ts'
import type { CanvasPointer } from '../canvas-pointer.ts'
import { lineGestureEnds, lineToolTraits } from '../line-gestures.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState, Transition } from '../tool-machine.ts'
import type { Tool } from '../tool.ts'
import { ReshapeOptions } from './reshape-options.tsx'
import { reshapeSettings, type ReshapeSettings } from './reshape-settings.ts'

type ReshapeContext = Pick<ToolContext<ReshapeSettings>, 'settings' | 'lines' | 'overlay' | 'view'>

/** A line is grabbed from this far away, in CSS pixels. */
const REACH = 14

/** Pulls a place of a line, and its neighbourhood follows; with Ctrl, a click gives a line the part that is set. */
export const reshapeTool: Tool<'reshape', ReshapeSettings> = {
  ...lineToolTraits,
  id: 'reshape',
  title: 'tool.reshape',
  icon: 'reshape',
  shortcut: 'A',
  cursor: 'brush',
  diameter: 'reshapeSize',
  hint: 'toolHint.reshape',
  settings: reshapeSettings,
  options: ReshapeOptions,
  start: reshapeIdle,
}

function reshapeIdle(context: ReshapeContext): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerMove({ at }) {
      showPoints(context, indexAt(context, context.lines.get() ?? [], at))
      return undefined
    },
    pointerDown(pointer) {
      const before = context.lines.begin()
      const index = before === undefined ? undefined : indexAt(context, before, pointer.at)
      if (before === undefined || index === undefined) return undefined
      if (pointer.ctrl) return givePart(context, before, index)
      return pulling(context, before, index, pointer, idle)
    },
    exit: () => context.overlay.show(undefined),
  }
  return idle
}

function indexAt({ view }: ReshapeContext, strokes: readonly Stroke[], at: CanvasPointer['at']): number | undefined {
  return nearestStroke(strokes, [at.x, at.y], REACH / view.zoom())
}

/** The points of the line that would be grabbed. */
function showPoints({ lines, overlay }: ReshapeContext, index: number | undefined): void {
  const points = index === undefined ? undefined : lines.get()?.[index]?.points.map(([x, y]) => ({ x, y }))
  overlay.show(points === undefined ? undefined : { kind: 'dots', points, accent: false })
}

function givePart({ lines, settings }: ReshapeContext, before: readonly Stroke[], index: number): Transition {
  const { linePart } = settings()
  lines.show(before.map((stroke, at) => (at === index ? { ...stroke, part: linePart } : stroke)))
  lines.keep('lines.part')
  return undefined
}

function pulling(
  context: ReshapeContext,
  before: readonly Stroke[],
  index: number,
  down: CanvasPointer,
  idle: ToolState,
): ToolState {
  const { lines, settings } = context
  const stroke = before[index]
  if (stroke === undefined) return idle
  const grabbed = grabLine(stroke, [down.at.x, down.at.y])
  const reach = settings().reshapeSize / 2
  return {
    name: 'pulling',
    pointerMove({ at }) {
      const pulled = pulledLine(grabbed, [at.x - down.at.x, at.y - down.at.y], reach)
      lines.show(before.map((other, place) => (place === index ? pulled : other)))
      return undefined
    },
    ...lineGestureEnds(context, 'tool.reshape', idle),
  }
}
