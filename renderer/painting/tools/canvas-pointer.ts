import type { Point } from '../../model/raster/geometry.ts'

/** One measured position of the pointer in document pixels; pressure 0..1 (0.5 for a mouse button). */
export interface PointerSample extends Point {
  readonly pressure: number
}

export interface Modifiers {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean
}

/** A pointer event as tools receive it. */
export interface CanvasPointer extends Modifiers {
  /** Every sample since the last event, oldest first; never empty. */
  readonly samples: readonly PointerSample[]
  /** The newest sample. */
  readonly at: PointerSample
  /** The same place in CSS pixels of the canvas area, for tools that move the view. */
  readonly screen: Point
  readonly pointerType: 'mouse' | 'pen' | 'touch'
  /** 2 for the second press of a double click. */
  readonly clicks: number
}

/** Keys that tools understand while they are at work. */
export type ToolKey = 'Enter' | 'Escape' | 'Backspace'
