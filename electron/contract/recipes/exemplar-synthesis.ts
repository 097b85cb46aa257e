import { z } from 'zod'
import { remoteRegionsSchema } from '../exemplar-regions.ts'
import {
  generationSettingsSchema,
  type Exemplar,
  type ExemplarRegions,
  type GenerationSettings,
} from '../generation-request.ts'
import { correspondenceResultSchema, pictureResultSchema, warpPreviewSchema } from '../generation-result.ts'
import type { NamedPhotos } from './named-photos.ts'

/**
 * The recipe of CoCosNet: a layout (or another condition) and a photo give a picture of that layout in the photo's look.
 * The photo is warped onto the layout first (the preview), then the picture is painted from that.
 */
const recipe = { recipe: z.literal('exemplar-synthesis') }

/**
 * Everything that affects a picture and nothing else: equal requests give equal bytes on one machine and provider.
 * `viewId` and `revision` only route the result.
 */
export interface SynthesisRequest extends Readonly<GenerationSettings> {
  readonly recipe: 'exemplar-synthesis'
  readonly exemplar: Exemplar
  /** Absent when one exemplar is for the whole picture. */
  readonly regions?: ExemplarRegions | undefined
}

/** The same request with the exemplars named by earlier `put-exemplar`s. */
export const remoteSynthesisRequestSchema = generationSettingsSchema.extend({
  ...recipe,
  exemplarId: z.string().min(1).max(100),
  regions: remoteRegionsSchema.optional(),
})
export type RemoteSynthesisRequest = z.infer<typeof remoteSynthesisRequestSchema>

export const synthesisPreviewSchema = warpPreviewSchema.extend(recipe)

export const synthesisResultSchema = pictureResultSchema.extend(recipe)

/** A pixel of the layout at the output size. */
const layoutPointSchema = z.object({ x: z.number().nonnegative(), y: z.number().nonnegative() })
export type LayoutPoint = z.infer<typeof layoutPointSchema>

/** Where does the style of this pixel of the layout come from? */
export const remoteCorrespondenceQuestionSchema = z.object({
  ...recipe,
  request: remoteSynthesisRequestSchema,
  point: layoutPointSchema,
})

export const correspondenceAnswerSchema = correspondenceResultSchema.extend(recipe)
export type CorrespondenceAnswer = z.infer<typeof correspondenceAnswerSchema>

/** The photos that a request is made from. */
export function synthesisPhotos({ exemplar, regions }: SynthesisRequest): readonly Exemplar[] {
  return [exemplar, ...(regions?.exemplars ?? [])]
}

/** The request as it is sent: photos by their names. */
export function remoteSynthesis(
  { exemplar, regions, ...settings }: SynthesisRequest,
  { idOf }: NamedPhotos,
): RemoteSynthesisRequest {
  const request = { ...settings, exemplarId: idOf(exemplar) }
  if (regions === undefined) return request
  return { ...request, regions: { map: regions.map, exemplarIds: regions.exemplars.map((each) => idOf(each)) } }
}
