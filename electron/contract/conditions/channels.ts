import { z } from 'zod'
import { imageSideSchema } from '../image-size.ts'

/** Condition channels made elsewhere, at exactly the output size: float32 [channels, height, width] as the pack's graphs expect them. */
export const channelsConditionSchema = z
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
