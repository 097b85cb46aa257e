import { z } from 'zod'

/** Largest photo that is edited at its own size, in pixels. */
export const MAXIMUM_PHOTO_PIXELS = 50_000_000

const sideSchema = z.number().int().min(1).max(MAXIMUM_PHOTO_PIXELS)

/**
 * A photo at its own size and depth, in its own colour space: channels interleaved (red, green, blue and perhaps
 * alpha), row by row from the top left, `data` of width × height × channels. 8-bit values are 0..255 in a
 * Uint8Array, 16-bit ones 0..65535 in a Uint16Array. Receivers must not change it.
 */
export const photoPixelsSchema = z
  .object({
    width: sideSchema,
    height: sideSchema,
    channels: z.union([z.literal(3), z.literal(4)]),
    data: z.custom<Uint8Array | Uint16Array>(
      (value) => value instanceof Uint8Array || value instanceof Uint16Array,
      'must be a Uint8Array or a Uint16Array',
    ),
  })
  .refine(({ width, height }) => width * height <= MAXIMUM_PHOTO_PIXELS, 'a photo has at most 50 megapixels')
  .refine(
    ({ width, height, channels, data }) => data.length === width * height * channels,
    'data must hold width × height × channels values',
  )
export type PhotoPixels = Readonly<z.infer<typeof photoPixelsSchema>>

/** Bits of each value. */
export function photoDepth({ data }: Pick<PhotoPixels, 'data'>): 8 | 16 {
  return data instanceof Uint16Array ? 16 : 8
}
