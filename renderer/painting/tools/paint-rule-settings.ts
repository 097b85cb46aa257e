import type { SymmetryMode } from '../paint/symmetry.ts'

/** Settings that apply to every tool that obeys the paint rules. */
export interface PaintRuleSettings {
  /** The mirror's position is the middle of the document. */
  readonly symmetry: SymmetryMode
  /** Tools change only pixels that show this class when the stroke begins; null = all. */
  readonly onlyOverClassId: number | null
}

export const initialPaintRules: PaintRuleSettings = { symmetry: 'none', onlyOverClassId: null }
