import type { ConditionOf } from '../contract/condition.ts'
import { BODY_POINTS } from '../contract/poses/body-18.ts'

type BodyPoint = (typeof BODY_POINTS)[number]

/** What some stretches of a body are of its height: whoever is seen to the hips, or sits, is as high as these say. */
const SHARES: readonly (readonly [from: BodyPoint, to: BodyPoint, share: number])[] = [
  ['neck', 'nose', 0.105],
  ['right shoulder', 'left shoulder', 0.21],
  ['neck', 'right hip', 0.33],
  ['neck', 'left hip', 0.33],
]
/** Nobody is taken to be lower than this share of the picture. */
const LEAST_HEIGHT = 0.3

/** How high a whole body would be, in pixels. */
export function bodyHeight({ points, height }: Omit<ConditionOf<'pose'>, 'kind'>): number {
  const rows = points.flatMap((point) => (point === null ? [] : [point[1]]))
  const stretches = SHARES.map(([from, to, share]) => {
    const [start, end] = [points[BODY_POINTS.indexOf(from)] ?? null, points[BODY_POINTS.indexOf(to)] ?? null]
    return start === null || end === null ? 0 : Math.hypot(end[0] - start[0], end[1] - start[1]) / share
  })
  const extent = rows.length === 0 ? 0 : Math.max(...rows) - Math.min(...rows)
  return Math.max(LEAST_HEIGHT * height, extent, ...stretches)
}
