import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'

/** 18 points in the order of `BODY_POINTS`, in pixels of the document; `null` = not seen. */
export type Body = readonly PosePoint[]

type JointName = (typeof BODY_POINTS)[number]

/** The joint that each joint hangs on; the neck hangs on nothing and carries the whole person. */
const PARENT_NAMES: Readonly<Record<JointName, JointName | undefined>> = {
  nose: 'neck',
  neck: undefined,
  'right shoulder': 'neck',
  'right elbow': 'right shoulder',
  'right wrist': 'right elbow',
  'left shoulder': 'neck',
  'left elbow': 'left shoulder',
  'left wrist': 'left elbow',
  'right hip': 'neck',
  'right knee': 'right hip',
  'right ankle': 'right knee',
  'left hip': 'neck',
  'left knee': 'left hip',
  'left ankle': 'left knee',
  'right eye': 'nose',
  'left eye': 'nose',
  'right ear': 'right eye',
  'left ear': 'left eye',
}

/** For each joint the index of the joint it hangs on, −1 for the neck. */
export const PARENTS: readonly number[] = BODY_POINTS.map((name) => {
  const parent = PARENT_NAMES[name]
  return parent === undefined ? -1 : BODY_POINTS.indexOf(parent)
})

export const NECK = BODY_POINTS.indexOf('neck')

/** For each joint its partner on the other side of the body, or itself. */
export const OPPOSITES: readonly number[] = BODY_POINTS.map((name, joint) => {
  const other = name.startsWith('left ') ? name.replace('left', 'right') : name.replace('right', 'left')
  const index = BODY_POINTS.findIndex((candidate) => candidate === other)
  return index < 0 ? joint : index
})

/** The joints that hang on a joint, directly or through others, nearest first. */
export function descendantsOf(joint: number): number[] {
  const children = PARENTS.flatMap((parent, child) => (parent === joint ? [child] : []))
  return children.flatMap((child) => [child, ...descendantsOf(child)])
}

/** Whether the joint is a wrist or an ankle: dragging it bends the elbow or the knee. */
export function isLimbEnd(joint: number): boolean {
  const name = BODY_POINTS[joint] ?? ''
  return name.endsWith('wrist') || name.endsWith('ankle')
}
