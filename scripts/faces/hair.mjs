import { closedCurve, ellipse, mirrored } from './curves.mjs'

/** @typedef {import('./curves.mjs').Point} Point */
/** @typedef {'rim' | 'short' | 'parted' | 'fringe' | 'bob' | 'long' | 'curly' | 'bun'} HairStyle */

/**
 * The hair behind the head and the hair in front of it.
 *
 * @param {import('./face.mjs').Look} look
 * @returns {{ back: Point[][], front: Point[][] }}
 */
export function hairOf({ hair, width, top, chin, crown }) {
  const outer = width + 20
  /**
   * A cap from temple to temple: an outer line over the head, and the hairline.
   *
   * @param {readonly Point[]} hairline from the picture's right to its left
   * @param {number} down how far the sides reach
   */
  const cap = (hairline, down) =>
    closedCurve([
      [256 - width + 6, down],
      [256 - outer, down - 30],
      [256 - outer - 2, 190],
      [256 - outer * 0.72, crown + 38],
      [256, crown],
      [256 + outer * 0.72, crown + 38],
      [256 + outer + 2, 190],
      [256 + outer, down - 30],
      [256 + width - 6, down],
      ...hairline,
    ])
  /** @type {Point[]} */
  const half = [
    [256 + width * 0.86, 205],
    [256 + width * 0.55, top + 34],
  ]
  /** @type {Point[]} */
  const even = [...half, [256, top + 22], ...mirrored(half).reverse()]
  /** @type {Point[]} */
  const parted = [
    [256 + width * 0.86, 205],
    [256 + width * 0.62, top + 62],
    [256 + width * 0.3, top + 26],
    [256 - width * 0.2, top + 52],
    [256 - width * 0.86, 205],
  ]
  /** @type {Point[]} */
  const fringe = [
    [256 + width * 0.88, 200],
    [256 + width * 0.6, 178],
    [256, 172],
    [256 - width * 0.6, 178],
    [256 - width * 0.88, 200],
  ]
  /**
   * Hair behind the head, falling to a height.
   *
   * @param {number} down
   * @param {number} flare
   */
  const falling = (down, flare) =>
    closedCurve([
      [256, crown],
      [256 - outer * 0.75, crown + 40],
      [256 - outer - 8, 200],
      [256 - outer - 10 - flare, 320],
      [256 - outer - flare, down],
      [256 - width * 0.55, down + 8],
      [256, down - 40],
      [256 + width * 0.55, down + 8],
      [256 + outer + flare, down],
      [256 + outer + 10 + flare, 320],
      [256 + outer + 8, 200],
      [256 + outer * 0.75, crown + 40],
    ])
  switch (hair) {
    case 'rim': {
      const side = closedCurve([
        [256 - width * 0.93, 150],
        [256 - width - 10, 180],
        [256 - width - 12, 236],
        [256 - width + 5, 262],
        [256 - width + 8, 200],
      ])
      return { back: [], front: [side, mirrored(side)] }
    }
    case 'short':
      return { back: [], front: [cap(even, 262)] }
    case 'parted':
      return { back: [], front: [cap(parted, 270)] }
    case 'fringe':
      return { back: [falling(chin - 40, 0)], front: [cap(fringe, 330)] }
    case 'bob':
      return { back: [falling(chin - 14, 12)], front: [cap(parted, 350)] }
    case 'long':
      return { back: [falling(540, 22)], front: [cap(even, 380)] }
    case 'curly': {
      const curls = Array.from({ length: 34 }, (_, step) => {
        const angle = Math.PI * (0.86 + (1.28 * step) / 33)
        const wave = step % 2 === 0 ? 0 : 15
        return /** @type {Point} */ ([
          256 + (outer + 26 + wave) * Math.cos(angle),
          230 + (230 - crown + 8 + wave) * Math.sin(angle),
        ])
      })
      return { back: [], front: [closedCurve([...curls, ...even], 6)] }
    }
    case 'bun':
      return { back: [ellipse([256, crown - 12], 58, 44)], front: [cap(even, 250)] }
  }
}
