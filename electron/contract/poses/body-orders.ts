import { BODY_POINTS } from './body-18.ts'
import type { PosePoint } from './pose-people.ts'

/** The neck of programs that have none: the middle of both shoulders. */
const NECK = 1
const RIGHT_SHOULDER = 2
const LEFT_SHOULDER = 5

/** For each of the 18 points its place in a longer or shorter list, −1 where the list has none (the neck). */
interface BodyOrder {
  readonly count: number
  readonly places: readonly number[]
}

/**
 * The lists of body points that circulate, recognised by their length. Sources: OpenPose's output documentation (COCO 18 and
 * BODY_25), the COCO keypoint annotations (17), MediaPipe's pose landmarker (33, also called BlazePose).
 */
const BODY_ORDERS: readonly BodyOrder[] = [
  { count: 18, places: BODY_POINTS.map((_, index) => index) },
  { count: 25, places: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] },
  { count: 17, places: [0, -1, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3] },
  { count: 33, places: [0, -1, 12, 14, 16, 11, 13, 15, 24, 26, 28, 23, 25, 27, 5, 2, 8, 7] },
]

/** How many points a body may have in a file, for sentences. */
export const BODY_COUNTS: readonly number[] = BODY_ORDERS.map(({ count }) => count)

function middle(a: PosePoint, b: PosePoint): PosePoint {
  return a === null || b === null ? null : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

/**
 * Puts a list of 17, 18, 25 or 33 body points into the order of `BODY_POINTS`.
 *
 * @returns 18 points, or undefined if no known list has that many
 */
export function bodyOfPoints(points: readonly PosePoint[]): PosePoint[] | undefined {
  const order = BODY_ORDERS.find(({ count }) => count === points.length)
  if (order === undefined) return undefined
  const body = order.places.map((place) => points[place] ?? null)
  if (order.places[NECK] === -1) body[NECK] = middle(body[RIGHT_SHOULDER] ?? null, body[LEFT_SHOULDER] ?? null)
  return body
}
