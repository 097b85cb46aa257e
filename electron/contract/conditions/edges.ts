import { z } from 'zod'
import { labelMapSchema } from '../label-map.ts'
import { rgbImageSchema } from '../rgb-image.ts'

/** A face parsing map from which outlines are drawn, and the photo whose other edges are kept. */
export const edgesConditionSchema = z.object({
  kind: z.literal('edges'),
  parts: labelMapSchema,
  photo: rgbImageSchema,
})
