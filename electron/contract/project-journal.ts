import { z } from 'zod'
import {
  documentJsonSchema,
  labelLayerContentSchema,
  projectContentSchema,
  projectFileSchema,
  projectPartIdSchema,
  projectPictureSchema,
} from './project-content.ts'
import { imageSideSchema } from './image-size.ts'

/** Chosen by the renderer per open document, stable while it is open (also across saves). */
export const journalIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

/** New class ids of a rectangle of a label layer, row by row; `data` holds width × height ids. */
export const labelPatchSchema = z
  .object({
    layerId: projectPartIdSchema,
    x: z.number().int().nonnegative(),
    y: z.number().int().nonnegative(),
    width: imageSideSchema,
    height: imageSideSchema,
    data: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array'),
  })
  .refine((patch) => patch.data.length === patch.width * patch.height, 'data must hold width × height ids')
export type LabelPatch = Readonly<z.infer<typeof labelPatchSchema>>

/**
 * One finished step (a stroke, an undo, a changed setting of the document) as the state it leaves behind: whatever is
 * named replaces what was there. Undo is a change like any other, so replaying all changes in order gives the document
 * as it was.
 */
export const projectChangeSchema = z.object({
  document: documentJsonSchema.optional(),
  /** Whole layers, new or resized; layers that `document` no longer names are simply left out on opening. */
  labelLayers: z.array(labelLayerContentSchema).optional(),
  /** Applied after `labelLayers`. */
  patches: z.array(labelPatchSchema).optional(),
  pictures: z.array(projectPictureSchema).optional(),
})
export type ProjectChange = Readonly<z.infer<typeof projectChangeSchema>>

/** What a journal starts from: the document as opened or last saved, and the file it belongs to. */
export const journalBaseSchema = z.object({
  journalId: journalIdSchema,
  /** For the recovery list, such as the file's name or "Untitled". */
  title: z.string().max(500),
  file: projectFileSchema.optional(),
  content: projectContentSchema,
})
export type JournalBase = Readonly<z.infer<typeof journalBaseSchema>>

/** A document whose page ended without closing it. */
export const recoverySchema = z.object({
  journalId: journalIdSchema,
  title: z.string(),
  /** Folder and name of the user's file, which recovery never overwrites by itself. */
  file: projectFileSchema.optional(),
  /** When the last change was written, ISO 8601. */
  changedAt: z.iso.datetime(),
  /** Steps since the base; 0 = nothing was changed. */
  changeCount: z.number().int().nonnegative(),
  /** Why it cannot be recovered, or not all of it; the end of a sentence. */
  problem: z.string().optional(),
  /** Nothing of it can be recovered; discarding it sets it aside, and deletes nothing. */
  unreadable: z.literal(true).optional(),
})
export type Recovery = Readonly<z.infer<typeof recoverySchema>>
