/** @typedef {import('./face.mjs').Look} Look */

/** @type {Look} */
const plain = {
  width: 128,
  jaw: 0.4,
  chin: 466,
  top: 76,
  crown: -24,
  eye: { width: 22, height: 10.5, tilt: 2 },
  brow: { height: 9, arch: 8, tilt: 3, lift: 19 },
  nose: { width: 35, length: 80 },
  mouth: { width: 49, upper: 14, lower: 19, open: 0, smile: 3 },
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
  'short-hair': { ...plain, jaw: 0.8, crown: -12, brow: { ...plain.brow, height: 12, arch: 4 } },
  'long-hair': {
    ...plain,
    width: 118,
    jaw: 0.1,
    hair: 'long',
    ears: false,
    mouth: { ...plain.mouth, upper: 15, lower: 21 },
    brow: { ...plain.brow, height: 7, arch: 12 },
  },
  'bob-with-smile': {
    ...plain,
    width: 122,
    jaw: 0.2,
    hair: 'bob',
    ears: false,
    mouth: { width: 58, upper: 11, lower: 16, open: 18, smile: 16 },
  },
  fringe: { ...plain, width: 124, jaw: 0.2, hair: 'fringe', ears: false, eye: { width: 23, height: 12, tilt: 0 } },
  curly: {
    ...plain,
    width: 126,
    hair: 'curly',
    nose: { width: 39, length: 78 },
    mouth: { ...plain.mouth, upper: 18, lower: 24 },
  },
  bald: { ...plain, width: 130, jaw: 0.7, hair: 'rim', top: 36, brow: { ...plain.brow, height: 8, arch: 3 } },
  'round-glasses': { ...plain, hair: 'parted', glasses: 'round' },
  'square-glasses': {
    ...plain,
    jaw: 0.9,
    crown: -60,
    hair: 'short',
    glasses: 'square',
    brow: { ...plain.brow, height: 11, lift: 22 },
  },
  'bun-and-laugh': {
    ...plain,
    width: 120,
    jaw: 0.2,
    crown: 48,
    hair: 'bun',
    eye: { width: 22, height: 8, tilt: 4 },
    mouth: { width: 58, upper: 12, lower: 17, open: 34, smile: 20 },
  },
  child: {
    ...plain,
    width: 134,
    jaw: 0.2,
    chin: 448,
    top: 60,
    hair: 'parted',
    eye: { width: 25, height: 13, tilt: 0 },
    brow: { height: 6, arch: 8, tilt: 0, lift: 20 },
    nose: { width: 29, length: 72 },
    mouth: { width: 41, upper: 12, lower: 16, open: 0, smile: 5 },
  },
  'turned-left': { ...plain, hair: 'parted', turn: -0.8 },
  'turned-right': { ...plain, width: 120, jaw: 0.1, hair: 'long', ears: false, turn: 0.8 },
}
