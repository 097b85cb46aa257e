import { fractalNoise } from './noise.mjs'

/** @typedef {import('./label-canvas.mjs').LabelCanvas} LabelCanvas */
/** @typedef {import('./label-canvas.mjs').Point} Point */

/**
 * A line through points, level outside them, with hills of noise on it.
 *
 * @param {string} line Points from left to right, written 'x y, x y, …'.
 * @param {number} seed
 * @param {number} roughness Height of the hills, in heights of the canvas.
 * @param {number} [bumps] Hills per height.
 * @returns {(x: number) => number}
 */
export function skyline(line, seed, roughness, bumps = 5) {
  const points = numbersOf(line)
  return (x) => between(points, x) + roughness * fractalNoise(x * bumps, 0.5, seed, 5)
}

/**
 * Peaks: noise folded at its tops, so that summits are sharp and valleys round.
 *
 * @param {string} line
 * @param {number} seed
 * @param {number} roughness
 * @param {number} [bumps]
 * @returns {(x: number) => number}
 */
export function ridge(line, seed, roughness, bumps = 4) {
  const points = numbersOf(line)
  return (x) => between(points, x) - roughness * (1 - 2 * Math.abs(fractalNoise(x * bumps, 0.5, seed, 5)))
}

/**
 * @param {string} line Groups of numbers: 'x y, x y' or, for a band, 'y middle width, …'.
 * @returns {number[][]}
 */
function numbersOf(line) {
  return line.split(',').map((group) => group.trim().split(' ').map(Number))
}

/**
 * @param {readonly (readonly number[])[]} points Pairs, first numbers rising.
 * @param {number} x
 * @returns {number} The second number at x: eased between two points, level beyond the last.
 */
function between(points, x) {
  const next = points.findIndex(([pointX = 0]) => pointX >= x)
  const [rightX = 0, rightY = 0] = points.at(next) ?? []
  if (next <= 0) return rightY
  const [leftX = 0, leftY = 0] = points[next - 1] ?? []
  const share = (x - leftX) / (rightX - leftX)
  return leftY + (rightY - leftY) * share * share * (3 - 2 * share)
}

/**
 * A road or river that runs towards the viewer.
 *
 * @param {LabelCanvas} canvas
 * @param {number} id
 * @param {string} line From far to near: 'y middle width, …'.
 * @param {number} seed
 */
export function band(canvas, id, line, seed) {
  const course = numbersOf(line)
  const middles = course.map(([y = 0, middle = 0]) => [y, middle])
  const widths = course.map(([y = 0, , width = 0]) => [y, width])
  const top = course[0]?.[0] ?? 0
  canvas.paint(id, (x, y) => {
    const width = between(widths, y) * (1 + 0.25 * fractalNoise(y * 9, 0.5, seed))
    return y >= top && Math.abs(x - between(middles, y)) < width / 2
  })
}

/**
 * A spruce: a narrow cone of drooping branches.
 *
 * @param {LabelCanvas} canvas
 * @param {number} id
 * @param {Point} foot
 * @param {number} height
 * @param {number} seed
 */
export function spruce(canvas, id, [footX, footY], height, seed) {
  canvas.paint(
    id,
    (x, y) => {
      const down = (y - (footY - height)) / height
      if (down < 0 || down > 1) return false
      const branches = 0.75 + 0.25 * (1 - ((down * 6 + noisePhase(seed)) % 1))
      const cone = 0.17 * height * down ** 0.85 * branches * (1 + 0.2 * fractalNoise(y * 60, x * 8, seed))
      const trunk = 0.025 * height
      return Math.abs(x - footX) < (down > 0.93 ? trunk : cone)
    },
    0.004,
  )
}

/** @param {number} seed */
function noisePhase(seed) {
  return Math.abs(fractalNoise(seed * 0.37, 0.5, 7))
}

/**
 * A round-crowned tree: a trunk and a cloud of leaves.
 *
 * @param {LabelCanvas} canvas
 * @param {number} id
 * @param {Point} foot
 * @param {number} height
 * @param {number} seed
 */
export function broadleaf(canvas, id, [footX, footY], height, seed) {
  canvas.paint(id, (x, y) => y < footY && y > footY - 0.6 * height && Math.abs(x - footX) < 0.035 * height)
  const crown = footY - 0.62 * height
  canvas.blob(id, [footX, crown], [0.36 * height, 0.34 * height], seed, 0.5)
  canvas.blob(id, [footX - 0.24 * height, crown + 0.1 * height], [0.24 * height, 0.2 * height], seed + 1, 0.5)
  canvas.blob(id, [footX + 0.26 * height, crown + 0.06 * height], [0.22 * height, 0.22 * height], seed + 2, 0.5)
}

/**
 * The edge of a forest: tops of many trees side by side.
 *
 * @param {string} line
 * @param {number} seed
 * @param {number} treeHeight
 * @returns {(x: number) => number}
 */
export function treeline(line, seed, treeHeight) {
  const base = skyline(line, seed, treeHeight * 0.8, 3)
  return (x) => base(x) - treeHeight * Math.abs(fractalNoise(x * (0.9 / treeHeight), 0.5, seed + 50, 3))
}
