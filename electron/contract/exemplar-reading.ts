import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { packIdSchema, photoSubjectSchema } from './pack-facts.ts'
import { rgbImageSchema } from './rgb-image.ts'

/**
 * What a photo shows, in a kind of condition that the pack takes. Where the pack has its exemplars prepared, `picture` is
 * the prepared photo and the condition belongs to it; otherwise it belongs to the photo as it is.
 */
export const photoReadingSchema = z.object({
  condition: conditionSchema,
  picture: rgbImageSchema.optional(),
  /** What the photo is of, where the pack says that it paints that badly. */
  unsuited: photoSubjectSchema.optional(),
})
export type PhotoReading = Readonly<z.infer<typeof photoReadingSchema>>

/** A reading as the library keeps it, one for each pack; `corrected` once a person edited it. */
export const exemplarReadingSchema = photoReadingSchema.extend({ packId: packIdSchema, corrected: z.boolean() })
export type ExemplarReading = Readonly<z.infer<typeof exemplarReadingSchema>>

/** What a manifest says of how its pack takes exemplars. */
interface ExemplarNeeds {
  readonly inputs: Readonly<Record<string, string>>
  readonly exemplarPreparation?: string | undefined
}

/** Whether a pack has to be told what an exemplar shows, or wants it prepared. */
export function readsExemplars({ inputs, exemplarPreparation }: ExemplarNeeds): boolean {
  return exemplarPreparation !== undefined || Object.values(inputs).includes('exemplar-condition')
}
