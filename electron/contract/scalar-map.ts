import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'

/** One float per cell, row by row from the top left; used for heat maps and confidences (0..1). */
export const scalarMapSchema = z
  .object({
    width: imageSideSchema,
    height: imageSideSchema,
    data: z.custom<Float32Array>((value) => value instanceof Float32Array, 'must be a Float32Array'),
  })
  .refine((map) => map.data.length === map.width * map.height, 'data must hold width × height values')
export type ScalarMap = Readonly<z.infer<typeof scalarMapSchema>>
