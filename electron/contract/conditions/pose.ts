import { z } from 'zod'
import { imageSideSchema } from '../image-size.ts'

/** OpenPose's 18 points in its order, in pixels of a width × height picture; `null` where a joint is missing. */
export const POSE_POINT_COUNT = 18
const posePointSchema = z.tuple([z.number(), z.number()]).nullable()

/** One person. */
export const poseConditionSchema = z.object({
  kind: z.literal('pose'),
  width: imageSideSchema,
  height: imageSideSchema,
  points: z.array(posePointSchema).length(POSE_POINT_COUNT),
})
