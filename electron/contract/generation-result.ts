import { z } from 'zod'
import { executionProviderSchema } from './execution-provider.ts'
import { photoReadingSchema } from './exemplar-reading.ts'
import { MAXIMUM_REGIONS } from './exemplar-regions.ts'
import { labelMapSchema } from './label-map.ts'
import { stageNameSchema } from './pack-stage.ts'
import { posePersonSchema } from './poses/pose-people.ts'
import { rgbImageSchema } from './rgb-image.ts'
import { scalarMapSchema } from './scalar-map.ts'

/** A step of a job that reports progress: `load`, `annotate`, `self-test`, or a stage by the name its pack gives it. */
export const progressStageSchema = stageNameSchema
export type ProgressStage = z.infer<typeof progressStageSchema>

/** How long one step took; `cached` when its result was reused and nothing ran. */
export const stageTimingSchema = z.object({
  stage: progressStageSchema,
  milliseconds: z.number().nonnegative(),
  cached: z.boolean(),
})
export type StageTiming = z.infer<typeof stageTimingSchema>

/** The exemplar moved onto the layout, sent before the picture exists. `confidence` (0..1) if the pack tells it. */
export const warpPreviewSchema = z.object({
  viewId: z.string(),
  revision: z.number().int().nonnegative(),
  image: rgbImageSchema,
  confidence: scalarMapSchema.optional(),
})
export type WarpPreview = z.infer<typeof warpPreviewSchema>

/** The finished picture and how it came about. */
export const pictureResultSchema = z.object({
  viewId: z.string(),
  revision: z.number().int().nonnegative(),
  image: rgbImageSchema,
  packVersion: z.string(),
  provider: executionProviderSchema,
  timings: z.array(stageTimingSchema),
})
export type PictureResult = z.infer<typeof pictureResultSchema>

/** Where one layout pixel's style comes from. */
export const correspondenceResultSchema = z.object({
  viewId: z.string(),
  revision: z.number().int().nonnegative(),
  /** Softmax row over the exemplar's grid, sums to 1. */
  heat: scalarMapSchema,
  /** Centre of the best cell, in pixels of the exemplar image as it was sent. */
  bestMatch: z.object({ x: z.number(), y: z.number() }),
  /** Share of the heat within one cell around the best match, 0..1. */
  confidence: z.number().min(0).max(1),
  /** Which of the request's regions the pixel lies in, from 1; absent where the primary exemplar lends. */
  region: z.number().int().min(1).max(MAXIMUM_REGIONS).optional(),
  timings: z.array(stageTimingSchema),
})
export type CorrespondenceResult = z.infer<typeof correspondenceResultSchema>

/** What a photo shows, in class ids of the pack asked for (or of the annotator); class maps have the photo's size. */
export const annotationResultSchema = photoReadingSchema.extend({
  /**
   * Where a whole photo was read that the pack sees in parts: the number of the part (a face, say) that each pixel belongs
   * to, from 1, and 0 where nothing can be edited.
   */
  parts: labelMapSchema.optional(),
  provider: executionProviderSchema,
  timings: z.array(stageTimingSchema),
})
export type AnnotationResult = z.infer<typeof annotationResultSchema>

/** The people found in a photo, largest first, in its pixels; an empty list for a photo without people. */
export const foundPeopleSchema = z.object({
  people: z.array(posePersonSchema),
  timings: z.array(stageTimingSchema),
})
export type FoundPeople = z.infer<typeof foundPeopleSchema>
