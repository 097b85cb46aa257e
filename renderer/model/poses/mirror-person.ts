import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { Person } from './person.ts'
import { type Body, OPPOSITES } from './skeleton.ts'
import { mirrorBody } from './transform-body.ts'

/**
 * Ranges of face points (OpenPose's 70, of which the first 68 are iBUG's) whose partners on the other side of the face are found
 * by subtracting from a sum.
 */
const FACE_PARTNERS: readonly (readonly [first: number, last: number, sum: number])[] = [
  [0, 16, 16],
  [17, 26, 43],
  [31, 35, 66],
  [36, 39, 81],
  [42, 45, 81],
  [40, 41, 87],
  [46, 47, 87],
  [48, 54, 102],
  [55, 59, 114],
  [60, 64, 124],
  [65, 67, 132],
  [68, 69, 137],
]

function facePartner(point: number): number {
  const range = FACE_PARTNERS.find(([first, last]) => point >= first && point <= last)
  return range === undefined ? point : range[2] - point
}

const flipped = (points: Body, axis: number): PosePoint[] =>
  points.map((point) => (point === null ? null : [2 * axis - point[0], point[1]]))

/** The same person seen in a mirror at x = `axis`: what was left is now right, of body, hands and face alike. */
export function mirrorPerson(person: Person, axis: number): Person {
  const { leftHand, rightHand, face, hidden, body } = person
  return {
    body: mirrorBody(body, axis),
    hidden: hidden.map((joint) => OPPOSITES[joint] ?? joint),
    ...(rightHand === undefined ? {} : { leftHand: flipped(rightHand, axis) }),
    ...(leftHand === undefined ? {} : { rightHand: flipped(leftHand, axis) }),
    ...(face === undefined ? {} : { face: mirroredFace(face, axis) }),
  }
}

/**
 * Other programs number the points of a face differently: such points are mirrored, but keep their places in the list.
 */
function mirroredFace(face: Body, axis: number): PosePoint[] {
  const points = flipped(face, axis)
  if (face.length !== 68 && face.length !== 70) return points
  return points.map((_, point) => points[facePartner(point)] ?? null)
}
