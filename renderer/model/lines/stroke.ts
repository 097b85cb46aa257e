import { z } from 'zod'

import { facePartSchema } from '../../../electron/contract/conditions/lines.ts'

/** What a line can be part of: the parts that packs for edges know by name, the fold of a lid, and anything else. */
export const linePartSchema = z.enum([...facePartSchema.options, 'lid', 'other'])
export type LinePart = z.infer<typeof linePartSchema>

const coordinateSchema = z.number().min(-10_000).max(10_000)

/** A line through points in document pixels; the last point of a closed one is joined to its first. */
export const strokeSchema = z
  .object({
    part: linePartSchema,
    points: z
      .array(z.tuple([coordinateSchema, coordinateSchema]).readonly())
      .min(1)
      .max(20_000)
      .readonly(),
    closed: z.boolean(),
  })
  .readonly()
export type Stroke = z.infer<typeof strokeSchema>
export type LinePoint = Stroke['points'][number]

/** As many as the condition of a request may hold. */
export const MOST_STROKES = 5000

/** The points to draw through; for a closed line the first one is repeated at the end. */
export function pathOf({ points, closed }: Stroke): readonly LinePoint[] {
  const [first] = points
  return closed && first !== undefined ? [...points, first] : points
}

/** Rounds to hundredths of a pixel, which is finer than any hand and keeps files small. */
function fine([x, y]: LinePoint): LinePoint {
  return [Math.round(100 * x) / 100, Math.round(100 * y) / 100]
}

/** The stroke with other points, to hundredths of a pixel; undefined when nothing is left of it. */
export function withPoints(stroke: Stroke, points: readonly LinePoint[]): Stroke | undefined {
  if (points.length === 0) return undefined
  return { ...stroke, points: points.map(fine), closed: stroke.closed && points.length > 2 }
}
