/** Numbers of CelebAMask-HQ's classes, which the annotator `face-parts` sees (models/annotators/face-parts/manifest.json). */
export const BACKGROUND = 0
export const SKIN = 1
export const NOSE = 2
export const EYEGLASSES = 3
export const LEFT_EYE = 4
export const RIGHT_EYE = 5
export const LEFT_BROW = 6
export const RIGHT_BROW = 7
export const LEFT_EAR = 8
export const RIGHT_EAR = 9
export const UPPER_LIP = 11
export const LOWER_LIP = 12
export const HAIR = 13
export const HAT = 14
export const NECK = 17
export const CLOTH = 18

/** Skin and all that lies on it. */
export const ON_FACE: ReadonlySet<number> = new Set([SKIN, 2, 3, 4, 5, 6, 7, 10, 11, 12])
/** The head with all that sits on it: face, ears, hair, hat. */
export const ON_HEAD: ReadonlySet<number> = new Set([...ON_FACE, LEFT_EAR, RIGHT_EAR, HAIR, HAT])
