import { z } from 'zod'
import { labelMapSchema } from '../label-map.ts'

const recipe = { recipe: z.literal('make-up') }

/**
 * What the host can say of a photo beside painting on it: where the parts of its faces are, and what make-up its largest
 * face wears. Both are answered from what a request has made known already, or computed.
 */
export const remoteMakeUpQuestionSchema = z.object({
  ...recipe,
  /** A newer question of the same view replaces a waiting one. */
  viewId: z.string().min(1).max(200),
  photoId: z.string().min(1).max(100),
  wanted: z.enum(['parts', 'preset']),
})

export type MakeUpQuestion = Omit<z.infer<typeof remoteMakeUpQuestionSchema>, 'recipe' | 'photoId'>

export const makeUpAnswerSchema = z.object({
  ...recipe,
  /** To `parts`: a label (face-part-labels.ts) for every pixel of the sent photo, as found. */
  parts: labelMapSchema.optional(),
  /** To `preset`: a file (electron/makeup/presets). */
  preset: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array').optional(),
})
export type MakeUpAnswer = z.infer<typeof makeUpAnswerSchema>
