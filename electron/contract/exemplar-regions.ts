import { z } from 'zod'
import { labelMapSchema, type LabelMap } from './label-map.ts'

/** Exemplars that parts of one picture may take their style from, beside the picture's primary one. */
export const MAXIMUM_REGIONS = 8

/**
 * Which exemplar each part of the layout takes its style from: 0 is the primary one, n the n-th of the list beside the
 * map. It covers the whole layout whatever its own size (nearest pixel).
 */
export const regionMapSchema = labelMapSchema
export type RegionMap = LabelMap

/** Whether a map names nothing beyond a list of so many exemplars. */
export function namesOnly(count: number, { data }: RegionMap): boolean {
  return data.every((index) => index <= count)
}

/** The message of a map that names more than its list has. */
export const UNLISTED_REGION = 'map must name no exemplar beyond its list'

/** Regions whose exemplars were sent before and are named. */
export const remoteRegionsSchema = z
  .object({ map: regionMapSchema, exemplarIds: z.array(z.string().min(1).max(100)).min(1).max(MAXIMUM_REGIONS) })
  .refine(({ map, exemplarIds }) => namesOnly(exemplarIds.length, map), UNLISTED_REGION)
export type RemoteRegions = z.infer<typeof remoteRegionsSchema>
