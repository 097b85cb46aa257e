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
