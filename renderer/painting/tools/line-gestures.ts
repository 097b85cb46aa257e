import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Stroke } from '../../model/lines/stroke.ts'
import type { CanvasPointer } from './canvas-pointer.ts'
import type { ToolContext } from './tool-context.ts'
import type { ToolState } from './tool-machine.ts'

/** What all tools for the lines of an edge layer say of themselves in the table. */
export const lineToolTraits = {
  group: 'lines',
  layerKind: 'lines',
  altPicks: false,
  paintsClass: false,
  obeysPaintRules: false,
} as const

type LinesContext = Pick<ToolContext, 'lines'>

/**
 * State while waiting for a press that begins a gesture on the lines of the active layer.
 *
 * @param begin Gives the state of the gesture from the lines as they are, and the state to come back to
 */
export function linesIdle(
  { lines }: LinesContext,
  begin: (before: readonly Stroke[], pointer: CanvasPointer, idle: ToolState) => ToolState,
): ToolState {
  const idle: ToolState = {
    name: 'idle',
    pointerDown(pointer) {
      const before = lines.begin()
      return before === undefined ? undefined : begin(before, pointer, idle)
    },
  }
  return idle
}

/** How a gesture on lines ends: kept as one step of history with this title, or given up. */
export function lineGestureEnds(
  { lines }: LinesContext,
  title: PlainMessageKey,
  idle: ToolState,
): Pick<ToolState, 'pointerUp' | 'complete' | 'cancel'> {
  const keep = (): ToolState => {
    lines.keep(title)
    return idle
  }
  return {
    pointerUp: keep,
    complete: keep,
    cancel() {
      lines.giveUp()
      return idle
    },
  }
}
