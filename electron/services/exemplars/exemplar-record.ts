import { z } from 'zod'
import { exemplarTagSchema, photoFrameSchema } from '../../contract/exemplar-library.ts'
import { imageSideSchema } from '../../contract/image-size.ts'
import { packIdSchema } from '../../contract/pack-facts.ts'

/** `exemplar.json` beside a photo of the user, and for what a user did with a sample. */
export const exemplarRecordSchema = z.object({
  formatVersion: z.literal(1),
  /** File of the photo in the same folder; absent for samples. */
  file: z
    .string()
    .regex(/^photo\.[a-z0-9]+$/)
    .optional(),
  title: z.string().min(1).optional(),
  tags: z.array(exemplarTagSchema).optional(),
  width: imageSideSchema,
  height: imageSideSchema,
  frame: photoFrameSchema.optional(),
  addedAt: z.iso.datetime().optional(),
  usedAt: z.iso.datetime().optional(),
  /**
   * What the photo shows, by pack id: whether a person corrected it. The reading lies in `reading-<pack>.bin`; readings
   * are a field that older versions drop, so that they can still open the library.
   */
  readings: z.record(packIdSchema, z.object({ corrected: z.boolean() })).default({}),
  /** The same for label maps that versions up to 1.3 stored in `labels-<pack>.png`; not written any more. */
  labels: z.record(packIdSchema, z.object({ corrected: z.boolean() })).default({}),
})
export type ExemplarRecord = z.infer<typeof exemplarRecordSchema>
