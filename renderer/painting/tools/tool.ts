import type { PlainMessageKey } from '../../i18n/message.ts'
import type { IconName } from '../../shared/ui/icon-shapes.ts'
import type { ToolContext } from './tool-context.ts'
import type { ToolState } from './tool-machine.ts'
import type { ToolId } from './tool-settings.ts'

/** A tool as the editor sees it; the tool's folder holds its states. */
export interface Tool {
  readonly id: ToolId
  readonly title: PlainMessageKey
  readonly icon: IconName
  /** One letter. */
  readonly shortcut: string
  /** `brush` is a circle of the brush's size; the others are CSS cursors. */
  readonly cursor: 'brush' | 'crosshair' | 'move' | 'grab' | 'zoom-in' | 'cell'
  /** Whether held Alt picks a class instead. */
  readonly altPicks: boolean
  readonly hint?: PlainMessageKey
  /** The state a tool begins in. */
  readonly start: (context: ToolContext) => ToolState
}
