import { z } from 'zod'
import { wholeNumberSchema } from '../arguments/option-schemas.ts'
import { DEFAULT_PACK, engineValuesSchema } from '../arguments/shared-options.ts'

/** Option values of `cocanvas edit`. */
export const editValuesSchema = engineValuesSchema.extend({
  pack: z.string().default(DEFAULT_PACK),
  photo: z.string(),
  layout: z.string(),
  out: z.string(),
  keep: z.string().optional(),
  anew: z.string().optional(),
  exemplar: z.array(z.string()).default([]),
  for: z.array(z.string()).default([]),
  photoLayout: z.string().optional(),
  quality: wholeNumberSchema('quality', 1, 100).default(95),
  seed: wholeNumberSchema('seed', 0, 0xffffffff).default(0),
  json: z.boolean().default(false),
})
export type EditValues = z.infer<typeof editValuesSchema>
