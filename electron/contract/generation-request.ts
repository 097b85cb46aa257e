import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import type { RegionMap } from './exemplar-regions.ts'
import { imageSizeSchema } from './image-size.ts'
import { packIdSchema, semanticVersionSchema } from './pack-facts.ts'
import { rgbImageSchema } from './rgb-image.ts'

/** A photo that lends its style, and what it shows: given, left to the annotator, or not needed by the pack. */
export const exemplarSchema = z.object({
  image: rgbImageSchema,
  condition: z.union([conditionSchema, z.literal('annotate'), z.literal('none')]),
})
export type Exemplar = Readonly<z.infer<typeof exemplarSchema>>

/** Parts of the layout with exemplars of their own; they are matched apart and painted together, so they have no seams. */
export interface ExemplarRegions {
  readonly map: RegionMap
  /** As many as the map names, at most `MAXIMUM_REGIONS`. */
  readonly exemplars: readonly Exemplar[]
}

/** A finished picture of more pixels would need too much memory. */
export const MAXIMUM_FINISHED_PIXELS = 4096 * 4096

const levelSchema = z.number().int().min(0).max(255)

/**
 * What lies behind a figure, for packs that paint one (`figureAnnotator` in their manifest): `kept` is the exemplar's own
 * background without its person, `plain` one sRGB colour. Absent in a request = whatever the pack paints there.
 */
export const backdropSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('plain'), colour: z.tuple([levelSchema, levelSchema, levelSchema]) }),
])
export type Backdrop = z.infer<typeof backdropSchema>

/** Choices that change the picture beside layout and exemplar. */
export const generationOptionsSchema = z.object({
  /** Softmax temperature of the match; the pack's own where absent. Refused by packs whose graphs fix it. */
  temperature: z.number().min(0.0001).max(1).optional(),
  /** Refused by packs that paint no figure. */
  backdrop: backdropSchema.optional(),
})

/** All of a request but its exemplars, which travel once and are then named (see `put-exemplar`). */
export const generationSettingsSchema = z.object({
  pack: z.object({
    id: packIdSchema,
    /** Refused when another version is installed; absent = whichever is. */
    version: semanticVersionSchema.optional(),
  }),
  condition: conditionSchema,
  /** Size of the picture in pixels; the condition is resized to it (nearest). */
  size: imageSizeSchema,
  /**
   * Size of the finished picture where it differs from `size`, any up to `MAXIMUM_FINISHED_PIXELS`: its texture is then
   * copied from the exemplar's own pixels under the light of the picture that the pack makes at `size`.
   */
  finished: imageSizeSchema
    .refine(({ width, height }) => width * height <= MAXIMUM_FINISHED_PIXELS, 'is larger than 16 megapixels')
    .optional(),
  /** Seeds the noise of packs that use it; 0 .. 2^32 − 1. */
  seed: z.number().int().min(0).max(0xffffffff),
  options: generationOptionsSchema,
  /** Where the picture will be shown: a newer request for the same view replaces a waiting one. */
  viewId: z.string().min(1).max(200),
  /** Grows with every change of the view's document; results carry it, so stale ones can be dropped. */
  revision: z.number().int().nonnegative(),
})
export type GenerationSettings = z.infer<typeof generationSettingsSchema>
