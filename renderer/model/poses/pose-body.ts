import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { Person } from './person.ts'
import type { Body } from './skeleton.ts'

type Position = readonly [x: number, y: number]

/** The bones that hands and face hang on: from one joint to the other. */
const FOREARMS = { leftHand: ['left elbow', 'left wrist'], rightHand: ['right elbow', 'right wrist'] } as const
const HEAD = ['neck', 'nose'] as const

/** The person with another body; hands follow their forearms and the face follows the head, turned and scaled as they are. */
export function withBody(person: Person, body: PosePoint[]): Person {
  const { leftHand, rightHand, face } = person
  const follow = (points: Body, [root, end]: readonly [string, string]): PosePoint[] =>
    carried(points, boneOf(person.body, root, end), boneOf(body, root, end))
  return {
    ...person,
    body,
    ...(leftHand === undefined ? {} : { leftHand: follow(leftHand, FOREARMS.leftHand) }),
    ...(rightHand === undefined ? {} : { rightHand: follow(rightHand, FOREARMS.rightHand) }),
    ...(face === undefined ? {} : { face: follow(face, HEAD) }),
  }
}

interface Bone {
  readonly root: Position | null
  readonly end: Position | null
}

function boneOf(body: Body, root: string, end: string): Bone {
  const place = (name: string): Position | null => body[BODY_POINTS.findIndex((joint) => joint === name)] ?? null
  return { root: place(root), end: place(end) }
}

/** Moves points that hang on the end of a bone along with the bone; they stay where an end of the bone is unknown. */
function carried(points: Body, before: Bone, after: Bone): PosePoint[] {
  const { end: from } = before
  const { end: to } = after
  if (from === null || to === null) return [...points]
  const [a, b] = turnOf(before, after)
  return points.map((point): PosePoint => {
    if (point === null) return null
    const across = point[0] - from[0]
    const down = point[1] - from[1]
    return [to[0] + a * across - b * down, to[1] + b * across + a * down]
  })
}

/** The turn and scaling of a bone as the real and imaginary part of (after ÷ before). */
function turnOf({ root, end }: Bone, { root: newRoot, end: newEnd }: Bone): [number, number] {
  if (root === null || end === null || newRoot === null || newEnd === null) return [1, 0]
  const [x, y] = [end[0] - root[0], end[1] - root[1]]
  const [u, v] = [newEnd[0] - newRoot[0], newEnd[1] - newRoot[1]]
  const square = x * x + y * y
  return square === 0 ? [1, 0] : [(u * x + v * y) / square, (v * x - u * y) / square]
}
