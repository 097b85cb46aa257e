import { z } from 'zod'
import { packIdSchema, semanticVersionSchema } from './pack-manifest.ts'
import { packStageSchema } from './pack-stage.ts'

/**
 * `manifest.json` of a scene annotator (models/annotators/<id>): one graph from a photo, NHWC float32
 * [1,size,size,3] in −1..1, to logits NHWC float32 [1,size,size,classes].
 */
export const annotatorManifestSchema = z.object({
  formatVersion: z.literal(1),
  id: packIdSchema,
  version: semanticVersionSchema,
  title: z.string().min(1),
  /** Side of the square input in pixels; photos are squashed to it. */
  size: z.number().int().positive(),
  /** Class ids and names in the order of the logits. */
  classes: z.array(z.object({ id: z.number().int().min(0).max(255), name: z.string().min(1) })).min(2),
  graph: packStageSchema,
  licence: z.object({ name: z.string().min(1), notice: z.string().default('') }),
  provenance: z.object({ summary: z.string().min(1) }),
})
export type AnnotatorManifest = z.infer<typeof annotatorManifestSchema>
