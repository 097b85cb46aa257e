import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'
import { labelMapSchema } from './label-map.ts'
import { rgbImageSchema } from './rgb-image.ts'

/** OpenPose's 18 points in its order, in pixels of a width × height picture; `null` where a joint is missing. */
export const POSE_POINT_COUNT = 18
const posePointSchema = z.tuple([z.number(), z.number()]).nullable()

/** Condition channels made elsewhere: float32 [channels, height, width] as the pack's graphs expect them. */
const channelsConditionSchema = z
  .object({
    kind: z.literal('channels'),
    channels: z.number().int().positive(),
    width: imageSideSchema,
    height: imageSideSchema,
    data: z.custom<Float32Array>((value) => value instanceof Float32Array, 'must be a Float32Array'),
  })
  .refine(
    (map) => map.data.length === map.channels * map.width * map.height,
    'data must hold channels × width × height values',
  )

/**
 * What the picture should show, before it becomes a tensor (electron/conditions does that inside the host):
 * - `labels`: class ids of the pack;
 * - `masks`: merged face parsing (0..18) and, apart, the eyeglasses (non-zero where they are);
 * - `edges`: face parsing map from which outlines are drawn and the photo whose other edges are kept;
 * - `pose`: 18 points;
 * - `channels`: ready-made dense channels, at exactly the output size.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('labels'), labels: labelMapSchema }),
  z.object({ kind: z.literal('masks'), labels: labelMapSchema, eyeglasses: labelMapSchema.optional() }),
  z.object({ kind: z.literal('edges'), parts: labelMapSchema, photo: rgbImageSchema }),
  z.object({
    kind: z.literal('pose'),
    width: imageSideSchema,
    height: imageSideSchema,
    points: z.array(posePointSchema).length(POSE_POINT_COUNT),
  }),
  channelsConditionSchema,
])
export type Condition = Readonly<z.infer<typeof conditionSchema>>
