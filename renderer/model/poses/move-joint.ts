import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import { bendLimb } from './bend-limb.ts'
import { type Body, descendantsOf, isLimbEnd, PARENTS } from './skeleton.ts'

type Position = readonly [x: number, y: number]

/** Whether bones keep their length while a joint is dragged, as a mannequin's do, or stretch with it. */
export type BoneLengths = 'locked' | 'free'

/** Turns and moves a point as the bone from `pivot` to `from` turns to `pivot` → `to`. */
function carried(point: Position, from: Position, to: Position, angle: number): [number, number] {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  const across = point[0] - from[0]
  const down = point[1] - from[1]
  return [to[0] + across * cosine - down * sine, to[1] + across * sine + down * cosine]
}

const angleOf = (from: Position, to: Position): number => Math.atan2(to[1] - from[1], to[0] - from[0])

/** The place at the bone's length from the joint it hangs on, in the direction of the target; the neck hangs on nothing. */
function reachFor(start: Position, pivot: Position | null, target: Position): Position {
  if (pivot === null) return target
  const length = Math.hypot(start[0] - pivot[0], start[1] - pivot[1])
  const angle = angleOf(pivot, target)
  return [pivot[0] + length * Math.cos(angle), pivot[1] + length * Math.sin(angle)]
}

/** The joint and all that hangs on it, moved together; the limb turns about the joint's parent. */
function swing(body: Body, joint: number, target: Position): PosePoint[] {
  const moved = [...body]
  const start = body[joint] ?? null
  if (start === null) {
    moved[joint] = [target[0], target[1]]
    return moved
  }
  const pivot = body[PARENTS[joint] ?? -1] ?? null
  const end = reachFor(start, pivot, target)
  const turn = pivot === null ? 0 : angleOf(pivot, end) - angleOf(pivot, start)
  moved[joint] = [end[0], end[1]]
  for (const child of descendantsOf(joint)) {
    const point = body[child] ?? null
    moved[child] = point === null ? null : carried(point, start, end, turn)
  }
  return moved
}

/**
 * The body after one joint was dragged to `target` (pixels of the document). With free bones only that joint moves. With locked
 * bones a wrist or an ankle bends its limb towards the target, every other joint turns about the joint it hangs on and takes
 * along what hangs on it, and the neck moves the whole person. A joint that was not seen appears where it was dropped.
 */
export function moveJoint(body: Body, joint: number, target: Position, lengths: BoneLengths): PosePoint[] {
  if (lengths === 'free') return body.map((point, index) => (index === joint ? [target[0], target[1]] : point))
  const bent = isLimbEnd(joint) ? bendLimb(body, joint, target) : undefined
  return bent ?? swing(body, joint, target)
}
