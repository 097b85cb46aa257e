import type { PosePeople, PosePerson, PosePoint } from './pose-people.ts'

/** OpenPose's JSON as Cocanvas writes it, with the size of the picture beside it as pose editors do. */
interface OpenPoseDocument {
  readonly version: 1.3
  readonly canvas_width: number
  readonly canvas_height: number
  readonly people: readonly OpenPosePerson[]
}

/** x, y and 1 for every point that is seen, 0, 0, 0 for one that is not; without points where the part is not known. */
interface OpenPosePerson {
  readonly person_id: readonly [-1]
  readonly pose_keypoints_2d: readonly number[]
  readonly face_keypoints_2d?: readonly number[]
  readonly hand_left_keypoints_2d?: readonly number[]
  readonly hand_right_keypoints_2d?: readonly number[]
}

/** People as OpenPose JSON of 18 points; `readPosePeople` reads it back unchanged. */
export function openPoseDocument({ width, height, people }: PosePeople): OpenPoseDocument {
  return { version: 1.3, canvas_width: width, canvas_height: height, people: people.map(openPosePerson) }
}

function openPosePerson({ body, face, leftHand, rightHand }: PosePerson): OpenPosePerson {
  return {
    person_id: [-1],
    pose_keypoints_2d: flat(body),
    ...(face === undefined ? {} : { face_keypoints_2d: flat(face) }),
    ...(leftHand === undefined ? {} : { hand_left_keypoints_2d: flat(leftHand) }),
    ...(rightHand === undefined ? {} : { hand_right_keypoints_2d: flat(rightHand) }),
  }
}

function flat(points: readonly PosePoint[]): number[] {
  return points.flatMap((point) => (point === null ? [0, 0, 0] : [point[0], point[1], 1]))
}
