import type { LinePart } from '../../../model/lines/stroke.ts'

/** A setting that all tools for lines share. */
export interface MirrorSettings {
  /** Whether the same is drawn or erased on the other side of the face. */
  readonly mirrorsLines: boolean
}

export interface PenSettings extends MirrorSettings {
  /** The part that new lines belong to. */
  readonly linePart: LinePart
  /** 0 follows the hand exactly, 10 removes every tremble. */
  readonly lineSmoothing: number
}

export const mirrorSettings: MirrorSettings = { mirrorsLines: false }
export const penSettings: PenSettings = { ...mirrorSettings, linePart: 'skin', lineSmoothing: 4 }
