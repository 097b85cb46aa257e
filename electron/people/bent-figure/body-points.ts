import type { ConditionOf } from '../../contract/condition.ts'
import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import { mean, type Point } from '../../faces/geometry/point.ts'

/** 18 joints in pixels of a picture, `null` where one is not seen. */
export type BodyPose = Omit<ConditionOf<'pose'>, 'kind'>
export type BodyPoint = (typeof BODY_POINTS)[number]

/** The joints that belong to a head. */
export const HEAD_POINTS: readonly BodyPoint[] = ['nose', 'right eye', 'left eye', 'right ear', 'left ear']

/** Where a joint is, or undefined. */
export function pointOf({ points }: BodyPose, name: BodyPoint): Point | undefined {
  const point = points[BODY_POINTS.indexOf(name)] ?? null
  return point === null ? undefined : { x: point[0], y: point[1] }
}

/** The middle of those joints that are seen, or undefined. */
export function middleOf(pose: BodyPose, names: readonly BodyPoint[]): Point | undefined {
  const seen = names.flatMap((name) => pointOf(pose, name) ?? [])
  return seen.length === 0 ? undefined : mean(seen)
}
