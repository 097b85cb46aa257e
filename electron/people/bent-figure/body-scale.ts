import { distance } from '../../faces/geometry/point.ts'
import { pointOf, type BodyPoint, type BodyPose } from './body-points.ts'

/** Stretches of a body by which two of them are compared; none of them is always seen in full length. */
const STRETCHES: readonly (readonly [BodyPoint, BodyPoint])[] = [
  ['neck', 'right hip'],
  ['neck', 'left hip'],
  ['right shoulder', 'left shoulder'],
  ['right hip', 'right knee'],
  ['left hip', 'left knee'],
  ['right knee', 'right ankle'],
  ['left knee', 'left ankle'],
  ['neck', 'nose'],
]

/** How much larger the body of one picture is than that of another: the middle of what its stretches say. 1 where nothing is known. */
export function bodyScale(shown: BodyPose, wanted: BodyPose): number {
  const ratios = STRETCHES.flatMap(([from, to]) => {
    const [theirs, ours] = [lengthOf(shown, from, to), lengthOf(wanted, from, to)]
    return theirs === undefined || ours === undefined || ours < 1 || theirs < 1 ? [] : [theirs / ours]
  }).sort((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 2)] ?? 1
}

function lengthOf(pose: BodyPose, from: BodyPoint, to: BodyPoint): number | undefined {
  const [start, end] = [pointOf(pose, from), pointOf(pose, to)]
  return start === undefined || end === undefined ? undefined : distance(start, end)
}
