import { z } from 'zod'

import { layerSchema } from './layer-kinds/layer-schema.ts'

/**
 * Sides of a new document in pixels: multiples of 32 from 256 to 1024. A document made for a photo has the photo's
 * proportions.
 */
export const SMALLEST_SIDE = 256
export const LARGEST_SIDE = 1024
export const SIDE_MULTIPLE = 32
const documentSideSchema = z.number().int().min(1).max(LARGEST_SIDE)

/**
 * The committed document without its pixels: a tree of typed layers. `rootIds` and a group's `children` list ids from
 * the top of the stack downwards.
 */
export const documentStructureSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().max(200),
  width: documentSideSchema,
  height: documentSideSchema,
  /** The class of pixels that no layer paints, 0..254. */
  backdropClassId: z.number().int().min(0).max(254),
  rootIds: z.array(z.string()),
  layers: z.record(z.string(), layerSchema),
  activeLayerId: z.string().nullable(),
})
export type DocumentStructure = Readonly<z.infer<typeof documentStructureSchema>>

/** The allowed side that is nearest to the given one. */
export function allowedSide(side: number): number {
  const rounded = Math.round(side / SIDE_MULTIPLE) * SIDE_MULTIPLE
  return Math.min(LARGEST_SIDE, Math.max(SMALLEST_SIDE, rounded))
}
