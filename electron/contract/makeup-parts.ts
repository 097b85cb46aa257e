import { z } from 'zod'

/** The parts of make-up that can be chosen one by one, in the order in which they are put on. */
export const MAKEUP_PARTS = ['foundation', 'blush', 'shadow', 'paint', 'liner', 'lips'] as const
export const makeupPartSchema = z.enum(MAKEUP_PARTS)
export type MakeupPart = z.infer<typeof makeupPartSchema>

/** How much of a part is put on: 0 nothing, 1 as in the exemplar. */
export const partStrengthSchema = z.number().min(0).max(1.5)
