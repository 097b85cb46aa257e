import { z } from 'zod'
import { conditionKindSchema } from '../../contract/condition-kind.ts'
import { sizeOptionSchema, wholeNumberSchema } from '../arguments/option-schemas.ts'
import { DEFAULT_PACK, engineValuesSchema } from '../arguments/shared-options.ts'
import { backgroundOptionSchema } from './background-option.ts'

/** Option values of `cocanvas render`. */
export const renderValuesSchema = engineValuesSchema.extend({
  pack: z.string().default(DEFAULT_PACK),
  condition: conditionKindSchema.optional(),
  layout: z.string().optional(),
  poseFrom: z.string().optional(),
  person: wholeNumberSchema('person', 1, 1000).optional(),
  exemplar: z.string(),
  out: z.string(),
  exemplarLayout: z.string().optional(),
  layoutPhoto: z.string().optional(),
  layoutEyeglasses: z.string().optional(),
  exemplarEyeglasses: z.string().optional(),
  regionExemplar: z.array(z.string()).default([]),
  region: z.array(z.string()).default([]),
  warp: z.string().optional(),
  size: sizeOptionSchema.optional(),
  background: backgroundOptionSchema.optional(),
  seed: wholeNumberSchema('seed', 0, 0xffffffff).default(0),
  json: z.boolean().default(false),
})
export type RenderValues = z.infer<typeof renderValuesSchema>
