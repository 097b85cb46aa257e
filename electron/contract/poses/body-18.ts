/** OpenPose's 18-point body (its COCO model), in order. Left and right are the person's own. */
export const BODY_POINTS = [
  'nose',
  'neck',
  'right shoulder',
  'right elbow',
  'right wrist',
  'left shoulder',
  'left elbow',
  'left wrist',
  'right hip',
  'right knee',
  'right ankle',
  'left hip',
  'left knee',
  'left ankle',
  'right eye',
  'left eye',
  'right ear',
  'left ear',
] as const

type Limb = readonly [from: number, to: number]

/**
 * The 17 limbs in drawing order, as indices into `BODY_POINTS`. OpenPose's list has 19; the authors' DeepFashion loader draws
 * the first 17, so the two from shoulder to ear are left out.
 */
export const LIMBS: readonly Limb[] = [
  [1, 2],
  [1, 5],
  [2, 3],
  [3, 4],
  [5, 6],
  [6, 7],
  [1, 8],
  [8, 9],
  [9, 10],
  [1, 11],
  [11, 12],
  [12, 13],
  [1, 0],
  [0, 14],
  [14, 16],
  [0, 15],
  [15, 17],
]
