import { z } from 'zod'

/**
 * The kinds of condition that a pack's graphs can be made for. A condition may also be written down in other ways that such
 * graphs take: `lines` for graphs of edges, ready-made `channels` for any.
 */
export const conditionKindSchema = z.enum(['labels', 'masks', 'edges', 'pose'])
export type ConditionKind = z.infer<typeof conditionKindSchema>
