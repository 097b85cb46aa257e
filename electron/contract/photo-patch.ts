import { z } from 'zod'
import { MAXIMUM_PHOTO_PIXELS } from './photo-pixels.ts'

const side = z.number().int().min(1).max(MAXIMUM_PHOTO_PIXELS)

/** A part of a photo, in its pixels. */
export const rectangleSchema = z.object({
  x: z.number().int().nonnegative(),
  y: z.number().int().nonnegative(),
  width: side,
  height: side,
})
export type Rectangle = Readonly<z.infer<typeof rectangleSchema>>

/**
 * A finished part of a photo: values of the photo's own depth and channels for the pixels of a window, row by row. `mask`
 * says how far each was replaced, 0..255; where it is 0 the values are the photo's own.
 */
export const photoPatchSchema = z
  .object({
    window: rectangleSchema,
    data: z.custom<Uint8Array | Uint16Array>(
      (value) => value instanceof Uint8Array || value instanceof Uint16Array,
      'must be a Uint8Array or a Uint16Array',
    ),
    mask: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array'),
  })
  .refine(({ window, mask }) => mask.length === window.width * window.height, 'mask must hold width × height values')
export type PhotoPatch = Readonly<z.infer<typeof photoPatchSchema>>
