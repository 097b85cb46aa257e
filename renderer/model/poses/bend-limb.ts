import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import { type Body, PARENTS } from './skeleton.ts'

type Position = readonly [x: number, y: number]

/** A limb is never made quite straight: then nothing would tell to which side its elbow bends. */
const LONGEST_REACH = 0.999

const distance = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** 1 if the middle joint lies clockwise of the line from root to end (y points down), else −1. */
function sideOf(root: Position, middle: Position, end: Position): number {
  const cross = (end[0] - root[0]) * (middle[1] - root[1]) - (end[1] - root[1]) * (middle[0] - root[0])
  return cross < 0 ? -1 : 1
}

/**
 * Inverse kinematics of a limb with two bones: the wrist (ankle) goes to the target, or as near as the bones reach, and the
 * elbow (knee) bends to the side to which it was bent. Solved by the law of cosines.
 *
 * @returns the body, or undefined when a joint of the limb is not seen
 */
export function bendLimb(body: Body, end: number, target: Position): PosePoint[] | undefined {
  const middle = PARENTS[end] ?? -1
  const root = PARENTS[middle] ?? -1
  const endPoint = body[end] ?? null
  const middlePoint = body[middle] ?? null
  const rootPoint = body[root] ?? null
  if (endPoint === null || middlePoint === null || rootPoint === null) return undefined

  const upper = distance(rootPoint, middlePoint)
  const lower = distance(middlePoint, endPoint)
  const nearest = Math.abs(upper - lower)
  const wanted = distance(rootPoint, target)
  const reach = Math.min(Math.max(wanted, nearest, Number.EPSILON), (upper + lower) * LONGEST_REACH)
  const direction = Math.atan2(target[1] - rootPoint[1], target[0] - rootPoint[0])
  const cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
  const opening = Math.acos(Math.min(1, Math.max(-1, Number.isFinite(cosine) ? cosine : 1)))
  const turn = direction + opening * sideOf(rootPoint, middlePoint, endPoint)

  const moved = [...body]
  moved[middle] = [rootPoint[0] + upper * Math.cos(turn), rootPoint[1] + upper * Math.sin(turn)]
  moved[end] = [rootPoint[0] + reach * Math.cos(direction), rootPoint[1] + reach * Math.sin(direction)]
  return moved
}
