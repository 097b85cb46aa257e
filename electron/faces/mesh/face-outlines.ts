/**
 * Named runs of FaceMesh point indices, in order along the outline. Left and right are the person's; the person's right
 * eye is on the left of an unmirrored picture.
 */

/** Around the face, from the forehead's middle clockwise in the picture. */
export const FACE_OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136,
  172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const

/** Outer border of the lips: the upper lip's from the right corner to the left, then the lower lip's back. */
export const LIPS_OUTER = [
  61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
] as const

/** Border of the mouth's opening, as LIPS_OUTER. */
export const LIPS_INNER = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
] as const

/** An eye's outlines from its outer corner: along the upper lid to the inner corner, then back along the lower lid. */
export interface EyeOutline {
  /** 16 points of the opening between the lids: 0 the outer corner, 8 the inner, 4 the upper lid's middle. */
  readonly opening: readonly number[]
  /** Points of the upper lid's crease, from outside to inside. */
  readonly crease: readonly number[]
  /** Points just below the lower lid, from inside to outside. */
  readonly below: readonly number[]
  /** Around the brow: its upper border from outside to inside, then the lower border back. */
  readonly brow: readonly number[]
  /** Lower border of the brow from outside to inside. */
  readonly browBase: readonly number[]
}

export const RIGHT_EYE: EyeOutline = {
  opening: [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
  crease: [247, 30, 29, 27, 28, 56, 190],
  below: [112, 26, 22, 23, 24, 110, 25],
  brow: [70, 63, 105, 66, 107, 55, 65, 52, 53, 46],
  browBase: [46, 53, 52, 65, 55],
}

export const LEFT_EYE: EyeOutline = {
  opening: [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
  crease: [467, 260, 259, 257, 258, 286, 414],
  below: [341, 256, 252, 253, 254, 339, 255],
  brow: [300, 293, 334, 296, 336, 285, 295, 282, 283, 276],
  browBase: [276, 283, 282, 295, 285],
}

/** The two nostrils. */
export const NOSTRILS = [
  [98, 97, 99, 60, 75, 240],
  [327, 326, 328, 290, 305, 460],
] as const
