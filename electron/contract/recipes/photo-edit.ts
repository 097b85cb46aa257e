import { z } from 'zod'
import { executionProviderSchema } from '../execution-provider.ts'
import { type Exemplar, generationSettingsSchema } from '../generation-request.ts'
import { stageTimingSchema } from '../generation-result.ts'
import { labelMapSchema } from '../label-map.ts'
import { photoPatchSchema } from '../photo-patch.ts'
import { photoPixelsSchema } from '../photo-pixels.ts'
import type { NamedPhotos } from './named-photos.ts'

/**
 * Editing a photo by its labels: what differs from the photo's own labels is painted anew from the rest of the photo, the
 * rest stays bit by bit. The photo is sent at the size the result is wanted at: at its own for the final result, scaled
 * down for a live preview. All maps lie over the whole photo.
 */
const recipe = { recipe: z.literal('photo-edit') }

const settingsSchema = generationSettingsSchema.pick({ pack: true, seed: true, viewId: true, revision: true }).extend({
  ...recipe,
  photo: photoPixelsSchema,
  /** Labels wanted, at the size of the original's labels. */
  after: labelMapSchema,
  /** Non-zero where the photo stays whatever the labels say, at the same size. */
  keep: labelMapSchema.optional(),
  /** Non-zero where it is made anew although its class stays, at the same size. */
  anew: labelMapSchema.optional(),
  /**
   * How far the region reaches past what was changed, as a share of the photo's longer side; absent = as far as the seam
   * needs.
   */
  margin: z.number().min(0).max(0.2).optional(),
  /** Over how much of that margin the change fades out, 0..1; absent = all of it. */
  feather: z.number().min(0).max(1).optional(),
})

/** A class to be copied from another photo. */
interface BorrowedClass {
  readonly classId: number
  readonly exemplar: Exemplar
}

export interface PhotoEditRequest extends Readonly<z.infer<typeof settingsSchema>> {
  /** The unchanged photo in sRGB at the size exemplars are worked on, with its own labels (`kind: 'labels'`). */
  readonly original: Exemplar
  /** At most one photo for each class. */
  readonly borrowed: readonly BorrowedClass[]
}

export const remotePhotoEditRequestSchema = settingsSchema.extend({
  originalId: z.string().min(1).max(100),
  borrowed: z
    .array(z.object({ classId: z.number().int().min(0).max(255), exemplarId: z.string().min(1).max(100) }))
    .max(8),
})
export type RemotePhotoEditRequest = z.infer<typeof remotePhotoEditRequestSchema>

/** What an edit makes, as far as it has come. */
const partsSchema = z.object({
  ...recipe,
  viewId: z.string(),
  revision: z.number().int().nonnegative(),
  /** 1 where the photo changes; a coarse map over the whole photo. */
  region: labelMapSchema,
  /** Classes wanted that the photo hardly shows and nobody lends: another photo would paint them better. */
  lacking: z.array(z.number().int().min(0).max(255)),
  /** Finished windows; none overlap. */
  patches: z.array(photoPatchSchema),
})

/** Sent once the region is known, and after each window. */
export const photoEditPreviewSchema = partsSchema

export const photoEditResultSchema = partsSchema.extend({
  packVersion: z.string(),
  provider: executionProviderSchema,
  timings: z.array(stageTimingSchema),
})

/** The photos that a request is made from. */
export function photoEditPhotos({ original, borrowed }: PhotoEditRequest): readonly Exemplar[] {
  return [original, ...borrowed.map(({ exemplar }) => exemplar)]
}

/** The request as it is sent: photos by their names. */
export function remotePhotoEdit(
  { original, borrowed, ...settings }: PhotoEditRequest,
  { idOf }: NamedPhotos,
): RemotePhotoEditRequest {
  return {
    ...settings,
    originalId: idOf(original),
    borrowed: borrowed.map(({ classId, exemplar }) => ({ classId, exemplarId: idOf(exemplar) })),
  }
}
