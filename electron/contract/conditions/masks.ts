import { z } from 'zod'
import { labelMapSchema } from '../label-map.ts'

/** A merged face parsing map (ids of the pack's classes) and, apart, the eyeglasses (non-zero where they are). */
export const masksConditionSchema = z.object({
  kind: z.literal('masks'),
  labels: labelMapSchema,
  eyeglasses: labelMapSchema.optional(),
})
