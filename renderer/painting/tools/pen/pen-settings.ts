import type { LinePart } from '../../../model/lines/stroke.ts'

/** What the tools of lines share. */
export interface MirrorSettings {
  /** Whether the other side of the face is drawn and erased along. */
  readonly mirrorsLines: boolean
}

export interface PenSettings extends MirrorSettings {
  /** The part that new lines belong to. */
  readonly linePart: LinePart
  /** 0 follows the hand exactly, 10 takes out every tremble. */
  readonly lineSmoothing: number
}

export const mirrorSettings: MirrorSettings = { mirrorsLines: false }
export const penSettings: PenSettings = { ...mirrorSettings, linePart: 'skin', lineSmoothing: 4 }
