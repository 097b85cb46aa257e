import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'

/**
 * One class id per pixel, row by row from the top left: `data[y * width + x]`, 0..255.
 * Ids are those of the pack's manifest (ADE20K indices for the landscape pack).
 * `data` is a plain Uint8Array of width × height; receivers must not change it.
 */
export const labelMapSchema = z
  .object({
    width: imageSideSchema,
    height: imageSideSchema,
    data: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array'),
  })
  .refine((map) => map.data.length === map.width * map.height, 'data must hold width × height ids')
export type LabelMap = Readonly<z.infer<typeof labelMapSchema>>
