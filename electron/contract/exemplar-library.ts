import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'
import { packIdSchema } from './pack-facts.ts'

/** `sample-…` for shipped photos, `own-…` for the user's. */
export const exemplarIdSchema = z
  .string()
  .regex(/^(sample|own)-[a-z0-9][a-z0-9-]{0,80}$/, 'must be the id of an exemplar')

export const exemplarTagSchema = z.string().trim().min(1).max(40)

/**
 * What is used of a photo: it is turned clockwise about its middle by `angle` degrees and cut to a box, given in shares
 * of the photo's own width and height.
 */
export const photoFrameSchema = z.object({
  angle: z.number().min(-45).max(45),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0.02).max(1),
  height: z.number().min(0.02).max(1),
})
export type PhotoFrame = Readonly<z.infer<typeof photoFrameSchema>>

/** Where labels come from that ship with a sample: `by-hand`, drawn over the photo by a person. */
export const labelsOriginSchema = z.enum(['by-hand'])
export type LabelsOrigin = z.infer<typeof labelsOriginSchema>

/** One photo of the library; its pixels and thumbnail are read on demand. */
export const exemplarEntrySchema = z.object({
  id: exemplarIdSchema,
  origin: z.enum(['sample', 'own']),
  title: z.string().min(1).max(200),
  tags: z.array(exemplarTagSchema).max(32),
  /** Pixels of the photo as stored. */
  width: imageSideSchema,
  height: imageSideSchema,
  /** Absent while the whole photo is used. */
  frame: photoFrameSchema.optional(),
  /** Annotator that knows what such a sample shows: it is offered where a pack reads exemplars by it. Absent = to every pack. */
  annotator: packIdSchema.optional(),
  /** Where the labels that ship with a sample come from; absent = an annotator reads it. */
  labelsOrigin: labelsOriginSchema.optional(),
  /** Author and licence of a sample. */
  attribution: z.string().optional(),
  /** ISO 8601; absent for samples. */
  addedAt: z.iso.datetime().optional(),
  usedAt: z.iso.datetime().optional(),
  /** Packs for which it is stored what the photo shows. */
  readFor: z.array(packIdSchema),
})
export type ExemplarEntry = Readonly<z.infer<typeof exemplarEntrySchema>>

/** What a user may change about an entry; samples keep their title. */
export const exemplarPatchSchema = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  tags: z.array(exemplarTagSchema).max(32).optional(),
  /** Null for the whole photo. What was read from the photo belongs to the old frame and is removed. */
  frame: photoFrameSchema.nullable().optional(),
})
export type ExemplarPatch = Readonly<z.infer<typeof exemplarPatchSchema>>

/** A layout that ships with the app (assets/layouts). */
export const sampleLayoutSchema = z.object({ id: z.string().min(1), title: z.string().min(1) })
export type SampleLayout = Readonly<z.infer<typeof sampleLayoutSchema>>
