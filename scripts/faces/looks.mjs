/** @typedef {import('./face.mjs').Look} Look */

/** @type {Look} */
const plain = {
  width: 118,
  jaw: 0.4,
  chin: 452,
  top: 96,
  eye: { width: 30, height: 12, tilt: 2 },
  brow: { height: 9, arch: 8, tilt: 3, lift: 22 },
  nose: { width: 33, length: 82 },
  mouth: { width: 46, upper: 13, lower: 18, open: 0, smile: 3 },
  hair: 'short',
  ears: true,
  glasses: 'none',
  turn: 0,
}

/**
 * The twelve templates by name.
 *
 * @type {Readonly<Record<string, Look>>}
 */
export const looks = {
  'short-hair': { ...plain, jaw: 0.8, brow: { ...plain.brow, height: 12, arch: 4 } },
  'long-hair': {
    ...plain,
    width: 108,
    jaw: 0.1,
    hair: 'long',
    ears: false,
    mouth: { ...plain.mouth, upper: 15, lower: 21 },
    brow: { ...plain.brow, height: 7, arch: 12 },
  },
  'bob-with-smile': {
    ...plain,
    width: 112,
    jaw: 0.2,
    hair: 'bob',
    ears: false,
    mouth: { width: 56, upper: 11, lower: 16, open: 18, smile: 16 },
  },
  fringe: { ...plain, width: 114, jaw: 0.2, hair: 'fringe', ears: false, eye: { width: 31, height: 14, tilt: 0 } },
  curly: {
    ...plain,
    width: 116,
    hair: 'curly',
    nose: { width: 38, length: 80 },
    mouth: { ...plain.mouth, upper: 18, lower: 24 },
  },
  bald: { ...plain, width: 122, jaw: 0.7, hair: 'none', top: 88, brow: { ...plain.brow, height: 8, arch: 3 } },
  'round-glasses': { ...plain, hair: 'parted', glasses: 'round' },
  'square-glasses': {
    ...plain,
    jaw: 0.9,
    hair: 'high',
    glasses: 'square',
    brow: { ...plain.brow, height: 11, lift: 26 },
  },
  'bun-and-laugh': {
    ...plain,
    width: 110,
    jaw: 0.2,
    hair: 'bun',
    eye: { width: 30, height: 8, tilt: 4 },
    mouth: { width: 58, upper: 12, lower: 17, open: 34, smile: 20 },
  },
  child: {
    ...plain,
    width: 124,
    jaw: 0.2,
    chin: 436,
    top: 84,
    hair: 'parted',
    eye: { width: 32, height: 16, tilt: 0 },
    brow: { height: 6, arch: 8, tilt: 0, lift: 24 },
    nose: { width: 27, length: 72 },
    mouth: { width: 38, upper: 12, lower: 16, open: 0, smile: 5 },
  },
  'turned-left': { ...plain, hair: 'parted', turn: -0.8 },
  'turned-right': { ...plain, width: 110, jaw: 0.1, hair: 'long', ears: false, turn: 0.8 },
}
