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

/** Which of OpenPose's 25 points (BODY_25) is each of the 18; the rest are the middle hip and the feet. */
export const BODY_25_OF_18: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]

type Colour = readonly [red: number, green: number, blue: number]

/**
 * Colour of each joint, and of the limb with the same number, as RGB. OpenPose's list starts with red; the DeepFashion
 * loader draws it into a BGR image, so what its network saw starts with blue.
 */
export const BODY_COLOURS: readonly Colour[] = [
  [0, 0, 255],
  [0, 85, 255],
  [0, 170, 255],
  [0, 255, 255],
  [0, 255, 170],
  [0, 255, 85],
  [0, 255, 0],
  [85, 255, 0],
  [170, 255, 0],
  [255, 255, 0],
  [255, 170, 0],
  [255, 85, 0],
  [255, 0, 0],
  [255, 0, 85],
  [255, 0, 170],
  [255, 0, 255],
  [170, 0, 255],
  [85, 0, 255],
]

type Limb = readonly [from: number, to: number]

/**
 * The 17 limbs in drawing order, as indices into `BODY_POINTS`. OpenPose's list has 19; the loader draws the first 17, so
 * the two from shoulder to ear are left out.
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
