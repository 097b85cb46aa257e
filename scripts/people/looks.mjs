/**
 * What the drawn people look like. Places are in metres from the middle of the feet: across, up, towards the camera.
 *
 * @typedef {'skin' | 'face' | 'hair' | 'upper' | 'belt' | 'trousers' | 'shoes'} Material
 * @typedef {[number, number, number]} Colour linear red, green and blue, 0..1
 * @typedef {readonly [middle: readonly [number, number, number], end: readonly [number, number, number]]} Limb
 * @typedef {object} Look
 * @property {{ left: Limb, right: Limb }} arms elbow and wrist, as if both were on the right
 * @property {{ left: Limb, right: Limb }} stance knee and ankle
 * @property {{ hem: number, flare: number, thickness: number, longSleeves: boolean, belt: boolean, legs: 'trousers' | 'skin' }} garment
 * @property {{ length: number }} hair how far it falls
 * @property {Readonly<Record<'skin' | 'hair' | 'upper' | 'second' | 'belt' | 'trousers' | 'shoes' | 'wall' | 'ground', Colour>>} colours
 * @property {'plain' | 'stripes' | 'dots'} pattern of what is worn above
 * @property {'bricks' | 'plaster' | 'leaves'} wall
 */

/** @type {{ left: Limb, right: Limb }} */
const standing = {
  left: [
    [0.1, 0.5, 0.03],
    [0.115, 0.1, -0.02],
  ],
  right: [
    [0.098, 0.5, 0.02],
    [0.125, 0.1, 0.01],
  ],
}

/** @type {Readonly<Record<string, Look>>} */
export const looks = {
  'camel-coat': {
    arms: {
      left: [
        [0.245, 1.13, -0.03],
        [0.262, 0.9, 0.05],
      ],
      right: [
        [0.25, 1.13, -0.03],
        [0.272, 0.9, 0.04],
      ],
    },
    stance: standing,
    garment: { hem: 0.62, flare: 0.185, thickness: 0.012, longSleeves: true, belt: true, legs: 'trousers' },
    hair: { length: 0.13 },
    colours: {
      skin: [0.72, 0.45, 0.33],
      hair: [0.06, 0.03, 0.018],
      upper: [0.52, 0.33, 0.15],
      second: [0.47, 0.29, 0.13],
      belt: [0.1, 0.05, 0.03],
      trousers: [0.07, 0.12, 0.26],
      shoes: [0.03, 0.03, 0.035],
      wall: [0.42, 0.2, 0.13],
      ground: [0.32, 0.31, 0.3],
    },
    pattern: 'plain',
    wall: 'bricks',
  },
  'striped-jumper': {
    arms: {
      left: [
        [0.27, 1.14, -0.02],
        [0.2, 0.95, 0.13],
      ],
      right: [
        [0.245, 1.13, -0.03],
        [0.275, 0.9, 0.05],
      ],
    },
    stance: standing,
    garment: { hem: 0.93, flare: 0.15, thickness: 0.008, longSleeves: true, belt: false, legs: 'trousers' },
    hair: { length: 0 },
    colours: {
      skin: [0.28, 0.15, 0.095],
      hair: [0.02, 0.016, 0.014],
      upper: [0.72, 0.7, 0.62],
      second: [0.05, 0.22, 0.17],
      belt: [0.1, 0.05, 0.03],
      trousers: [0.05, 0.05, 0.06],
      shoes: [0.75, 0.74, 0.72],
      wall: [0.62, 0.57, 0.47],
      ground: [0.38, 0.36, 0.33],
    },
    pattern: 'stripes',
    wall: 'plaster',
  },
  'dotted-dress': {
    arms: {
      left: [
        [0.25, 1.14, -0.02],
        [0.26, 0.92, 0.06],
      ],
      right: [
        [0.25, 1.14, -0.02],
        [0.262, 0.92, 0.06],
      ],
    },
    stance: standing,
    garment: { hem: 0.56, flare: 0.25, thickness: 0.004, longSleeves: false, belt: true, legs: 'skin' },
    hair: { length: 0.27 },
    colours: {
      skin: [0.78, 0.52, 0.4],
      hair: [0.36, 0.17, 0.07],
      upper: [0.6, 0.035, 0.05],
      second: [0.85, 0.8, 0.74],
      belt: [0.06, 0.03, 0.03],
      trousers: [0.05, 0.05, 0.06],
      shoes: [0.5, 0.3, 0.16],
      wall: [0.09, 0.2, 0.06],
      ground: [0.42, 0.37, 0.28],
    },
    pattern: 'dots',
    wall: 'leaves',
  },
}
