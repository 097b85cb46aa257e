import { z } from 'zod'

/** What a condition shows: the kinds that a pack can be made for (see `condition.ts`). */
export const conditionKindSchema = z.enum(['labels', 'masks', 'edges', 'pose'])
export type ConditionKind = z.infer<typeof conditionKindSchema>
