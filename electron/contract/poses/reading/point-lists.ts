import { z } from 'zod'
import type { PosePoint } from '../pose-people.ts'

const VALUES_PER_POINT = 3
/** MediaPipe calls a point with a visibility below one half not visible. */
const LEAST_VISIBILITY = 0.5

/** x, y, confidence for every point in one flat list. Some programs write null for what they did not find. */
export const flatPointsSchema = z.array(z.number().nullable())

/** One object a point, as MediaPipe writes it. */
const namedPointSchema = z.object({
  x: z.number(),
  y: z.number(),
  visibility: z.number().optional(),
  score: z.number().optional(),
})
/** One short list a point: x, y and perhaps a visibility last. */
const rowPointSchema = z.array(z.number()).min(2).max(5)
export const listedPointsSchema = z.array(z.union([namedPointSchema, rowPointSchema, z.null()]))

/** Points of x, y, confidence triples; a confidence of zero, or null for any of the three, is a point not seen. */
export function pointsOfFlat(flat: z.infer<typeof flatPointsSchema>): PosePoint[] | undefined {
  if (flat.length % VALUES_PER_POINT !== 0) return undefined
  return Array.from({ length: flat.length / VALUES_PER_POINT }, (_, point): PosePoint => {
    const [x, y, confidence] = flat.slice(point * VALUES_PER_POINT, (point + 1) * VALUES_PER_POINT)
    return typeof x !== 'number' || typeof y !== 'number' || typeof confidence !== 'number' || confidence <= 0
      ? null
      : [x, y]
  })
}

/** Points of a list with an entry for each; what has a visibility is seen if that is at least one half. */
export function pointsOfListed(listed: z.infer<typeof listedPointsSchema>): PosePoint[] {
  return listed.map((entry): PosePoint => {
    if (entry === null) return null
    if (!Array.isArray(entry)) {
      return (entry.visibility ?? entry.score ?? 1) >= LEAST_VISIBILITY ? [entry.x, entry.y] : null
    }
    const [x, y] = entry
    const visibility = entry.length > 2 ? entry.at(-1) : 1
    return x === undefined || y === undefined || visibility === undefined || visibility < LEAST_VISIBILITY
      ? null
      : [x, y]
  })
}
