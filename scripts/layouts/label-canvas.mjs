import { fractalNoise } from './noise.mjs'

/**
 * A point of a layout: x to the right and y down, both in heights of the canvas, so that shapes keep their form whatever the
 * width.
 *
 * @typedef {readonly [x: number, y: number]} Point
 */

/** A label map to paint on: later strokes cover earlier ones. */
export class LabelCanvas {
  /**
   * @param {number} width
   * @param {number} height
   * @param {number} background Class id.
   */
  constructor(width, height, background) {
    this.width = width
    this.height = height
    this.data = new Uint8Array(width * height).fill(background)
  }

  /**
   * Paints every pixel whose point is inside. Points are shaken a little first, as a hand trembles, so that no border
   * is a straight line.
   *
   * @param {number} id
   * @param {(x: number, y: number) => boolean} inside
   * @param {number} [tremor] In heights.
   */
  paint(id, inside, tremor = 0.006) {
    for (let row = 0; row < this.height; row++) {
      for (let column = 0; column < this.width; column++) {
        const x = (column + 0.5) / this.height
        const y = (row + 0.5) / this.height
        const shakenX = x + tremor * fractalNoise(x * 18, y * 18, id + 101)
        const shakenY = y + tremor * fractalNoise(x * 18, y * 18, id + 202)
        if (inside(shakenX, shakenY)) this.data[row * this.width + column] = id
      }
    }
  }

  /**
   * @param {number} id
   * @param {(x: number) => number} skyline Everything below this line is painted.
   * @param {number} [tremor]
   */
  below(id, skyline, tremor) {
    this.paint(id, (x, y) => y > skyline(x), tremor)
  }

  /**
   * A rounded blob with a wavy outline.
   *
   * @param {number} id
   * @param {Point} centre
   * @param {Point} radii
   * @param {number} seed
   * @param {number} [waviness] 0 is an ellipse.
   */
  blob(id, [centreX, centreY], [radiusX, radiusY], seed, waviness = 0.3) {
    this.paint(id, (x, y) => {
      const across = (x - centreX) / radiusX
      const down = (y - centreY) / radiusY
      return Math.hypot(across, down) < 1 + waviness * fractalNoise(across * 1.7 + 9, down * 1.7 + 9, seed)
    })
  }
}
