import type { MakeupPart } from '../../../electron/contract/makeup-parts.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'

/** The parts in the order in which people think of them. */
export const SHOWN_PARTS: readonly MakeupPart[] = ['lips', 'shadow', 'liner', 'blush', 'foundation', 'paint']

export const partNames: Readonly<Record<MakeupPart, PlainMessageKey>> = {
  foundation: 'makeup.foundation',
  blush: 'makeup.blush',
  shadow: 'makeup.shadow',
  liner: 'makeup.liner',
  lips: 'makeup.lips',
  paint: 'makeup.paint',
}
