import type { ToolId } from './tool-table.ts'

/** Keys that are held down while the pointer is over the canvas. */
export interface HeldKeys {
  readonly space: boolean
  readonly alt: boolean
  readonly ctrl: boolean
  readonly middleButton: boolean
}

export const nothingHeld: HeldKeys = { space: false, alt: false, ctrl: false, middleButton: false }

/** The tool that acts: the chosen one, unless held keys lend another. */
export function effectiveTool(chosen: ToolId, held: HeldKeys, altPicks: boolean): ToolId {
  if (held.middleButton) return 'hand'
  if (held.space) return held.ctrl ? 'zoom' : 'hand'
  if (held.alt && altPicks) return 'eyedropper'
  return chosen
}
