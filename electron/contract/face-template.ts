import { z } from 'zod'
import { linesConditionSchema } from './conditions/lines.ts'
import { labelMapSchema } from './label-map.ts'

/** A face to begin with, as edges and as masks. */
export const faceTemplateSchema = z.object({
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  lines: linesConditionSchema,
  /** Ids of CelebAMask-HQ, whatever pack is in use. */
  masks: labelMapSchema,
})
export type FaceTemplate = Readonly<z.infer<typeof faceTemplateSchema>>
