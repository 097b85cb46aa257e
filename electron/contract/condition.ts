import { z } from 'zod'
import { channelsConditionSchema } from './conditions/channels.ts'
import { edgesConditionSchema } from './conditions/edges.ts'
import { labelsConditionSchema } from './conditions/labels.ts'
import { linesConditionSchema } from './conditions/lines.ts'
import { masksConditionSchema } from './conditions/masks.ts'
import { poseConditionSchema } from './conditions/pose.ts'

/**
 * What the picture should show, before it becomes a tensor. Each kind is described in its own file; a new one is added here and
 * in electron/conditions/condition-table.ts, and the compiler names what else it needs.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  labelsConditionSchema,
  masksConditionSchema,
  edgesConditionSchema,
  linesConditionSchema,
  poseConditionSchema,
  channelsConditionSchema,
])
export type Condition = Readonly<z.infer<typeof conditionSchema>>

/** A condition of one kind. */
export type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
