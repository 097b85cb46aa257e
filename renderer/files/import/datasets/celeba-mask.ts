import { parseDataset } from './dataset.ts'

/** The face parts of CelebAMask-HQ, `name:colour`; label images store their place in this list. */
const CLASSES = `
  background:000000 skin:cc0000 nose:4c9900 eyeglasses:cccc00 left_eye:3333ff right_eye:cc00cc
  left_brow:00ffff right_brow:ffcccc left_ear:663300 right_ear:ff0000 mouth:66cc00 upper_lip:ffff00
  lower_lip:000099 hair:0000cc hat:ff3399 earring:00cccc necklace:003300 neck:ff9933 cloth:00cc00
`

export const celebaMask = parseDataset('celeba-mask', CLASSES, (index) => index)
