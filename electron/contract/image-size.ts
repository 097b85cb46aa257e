import { z } from 'zod'

/** Longest side, in pixels, of any image that crosses the contract; larger photos are reduced before they are sent. */
export const MAXIMUM_IMAGE_SIDE = 8192

/** A side of an image in whole pixels. */
export const imageSideSchema = z.number().int().min(1).max(MAXIMUM_IMAGE_SIDE)

/** Width and height in whole pixels. */
export const imageSizeSchema = z.object({ width: imageSideSchema, height: imageSideSchema })
export type ImageSize = z.infer<typeof imageSizeSchema>
