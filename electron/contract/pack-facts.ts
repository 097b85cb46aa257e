import { z } from 'zod'

/** Lower-case letters, digits and dashes: a pack's id is also its folder's name. */
export const packIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

/** `major.minor.patch`, optionally with a pre-release. */
export const semanticVersionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'must be a semantic version such as 1.0.0')

const classIdSchema = z.number().int().min(0).max(255)
const colourSchema = z.tuple([classIdSchema, classIdSchema, classIdSchema])

/** A class the pack knows. `id` is the value in label images; several ids (aliases) may share one channel. */
const packClassSchema = z.object({
  id: classIdSchema,
  name: z.string().min(1),
  /** sRGB, for palettes and RGB label images. */
  colour: colourSchema,
  /** Channel of the one-hot condition, or the number in an index condition. */
  channel: z.number().int().min(0),
  aliases: z.array(z.object({ id: classIdSchema, name: z.string().min(1) })).default([]),
})
export type PackClass = z.infer<typeof packClassSchema>

/** What a photo may be of, whatever classes it shows: `face`, one that fills a good part of it. */
export const photoSubjectSchema = z.enum(['face'])
export type PhotoSubject = z.infer<typeof photoSubjectSchema>

/** What photos for a pack are of, and what it paints badly: whoever gives it such a photo is told. */
const photoSubjectsSchema = z.object({
  wanted: z.array(photoSubjectSchema).default([]),
  unwanted: z.array(photoSubjectSchema).default([]),
})

/** What every pack states, whichever recipe it was made for and whichever format its manifest has. */
export const packFactsSchema = z.object({
  id: packIdSchema,
  version: semanticVersionSchema,
  title: z.string().min(1),
  /** For users, in one or two sentences: what pictures it makes, of what, and what it cannot. */
  description: z.string().min(1).max(500).optional(),
  /** What can be painted or labelled; empty where no condition has classes (pose). */
  classes: z.array(packClassSchema),
  photoSubjects: photoSubjectsSchema.optional(),
  licence: z.object({ name: z.string().min(1), notice: z.string().default('') }),
  provenance: z.object({
    summary: z.string().min(1),
    sources: z.array(z.object({ name: z.string(), sha256: z.string().optional() })).default([]),
  }),
  /** Digest of the golden self-test that an importer ran after conversion. */
  selfTestDigest: z.string().optional(),
  metrics: z.record(z.string(), z.number()),
})
