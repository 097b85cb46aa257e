/** The parts of make-up that can be chosen one by one, in the order in which they are put on. */
export const MAKEUP_PARTS = ['foundation', 'blush', 'shadow', 'paint', 'liner', 'lips'] as const
export type MakeupPart = (typeof MAKEUP_PARTS)[number]

/** How much of each part is put on: 0 nothing, 1 as in the exemplar, at most 1.5. */
export type PartStrengths = Readonly<Record<MakeupPart, number>>
