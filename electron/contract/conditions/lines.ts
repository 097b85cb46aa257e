import { z } from 'zod'
import { imageSideSchema } from '../image-size.ts'

/** The parts of a face that a line can belong to, in the order of their distance channels; left and right are the person's. */
export const facePartSchema = z.enum([
  'skin',
  'left brow',
  'right brow',
  'left eye',
  'right eye',
  'left ear',
  'right ear',
  'nose',
  'upper lip',
  'mouth',
  'lower lip',
  'eyeglasses',
  'hair',
])

/** A line through points in pixels of the drawing; `other` belongs to no part (background, clothes, wrinkles). */
const drawnLineSchema = z.object({
  part: z.union([facePartSchema, z.literal('other')]),
  points: z
    .array(z.tuple([z.number(), z.number()]))
    .min(1)
    .max(20_000),
})

/** Edges drawn by hand, without a photo: what packs for edges take as well. */
export const linesConditionSchema = z.object({
  kind: z.literal('lines'),
  width: imageSideSchema,
  height: imageSideSchema,
  lines: z.array(drawnLineSchema).max(5000),
})
export type DrawnLine = z.infer<typeof drawnLineSchema>
