import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'

/**
 * An 8-bit sRGB image, channels interleaved, no alpha, row by row from the top left:
 * red at `data[(y * width + x) * 3]`. `data` is a Uint8Array of width × height × 3, never written by a receiver.
 */
export const rgbImageSchema = z
  .object({
    width: imageSideSchema,
    height: imageSideSchema,
    data: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array'),
  })
  .refine((image) => image.data.length === image.width * image.height * 3, 'data must hold width × height × 3 bytes')
export type RgbImage = Readonly<z.infer<typeof rgbImageSchema>>
