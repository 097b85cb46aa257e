import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import type { ToolContext } from '../tool-context.ts'
import type { PressureSettings } from './stroke-settings.ts'

/** What a freehand stroke needs from the editor. */
export type StrokeContext = Pick<ToolContext<PressureSettings>, 'settings' | 'paint'>

/** How brush and eraser differ. */
export interface StrokeKind {
  readonly title: PlainMessageKey
  /** Class id to paint, read when a stroke begins. */
  readonly classId: () => number
  readonly size: () => number
  /** Where the last stroke ended, for lines with Shift. */
  lastEnd: Point | undefined
}
