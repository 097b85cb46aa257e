import { type Body, NECK } from './skeleton.ts'
import { boundsOf, mirrorBody } from './transform-body.ts'

/** A joint that only one of the two bodies shows counts as this far apart, in body heights. */
const UNSEEN_DISTANCE = 0.25

function normalised(body: Body): Body {
  const bounds = boundsOf(body)
  if (bounds === undefined) return body
  const height = Math.max(bounds.bottom - bounds.top, bounds.right - bounds.left, 1)
  const neck = body[NECK] ?? null
  const origin = neck ?? [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2]
  return body.map((point) =>
    point === null ? null : [(point[0] - origin[0]) / height, (point[1] - origin[1]) / height],
  )
}

function meanDistance(a: Body, b: Body): number {
  const distances = a.map((point, joint) => {
    const other = b[joint] ?? null
    if (point === null && other === null) return 0
    return point === null || other === null ? UNSEEN_DISTANCE : Math.hypot(point[0] - other[0], point[1] - other[1])
  })
  return distances.reduce((sum, value) => sum + value, 0) / Math.max(distances.length, 1)
}

/**
 * How different two poses are: the mean distance of their joints in body heights after both were put on the same neck and scaled to
 * the same height. A mirrored pose counts as alike: mirroring is one key away. 0 = the same; 0.1 is another pose.
 */
export function poseDistance(a: Body, b: Body): number {
  const first = normalised(a)
  const second = normalised(b)
  return Math.min(meanDistance(first, second), meanDistance(first, mirrorBody(second, 0)))
}
