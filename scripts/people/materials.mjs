/**
 * Colours of the drawn people and of what is around them, linear, with a height that roughens the surface (folds, knit, stone).
 *
 * @typedef {import('./solids.mjs').Point} Point
 * @typedef {import('./looks.mjs').Look} Look
 * @typedef {import('./looks.mjs').Colour} Colour
 */
import { fractalNoise, noise } from '../layouts/noise.mjs'

/** @param {Colour} colour @param {number} factor @returns {Colour} */
const times = ([red, green, blue], factor) => [red * factor, green * factor, blue * factor]
/** @param {Colour} one @param {Colour} other @param {number} share @returns {Colour} */
const mixed = (one, other, share) => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
]
/** @param {number} from @param {number} to @param {number} x */
function step(from, to, x) {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return share * share * (3 - 2 * share)
}

/** How folds of cloth run: upright, and bent at random. @param {Point} p @param {number} seed */
function folds([x, y, z], seed) {
  const bend = fractalNoise(x * 5, y * 3, seed, 3) * 0.6
  return noise((x + z * 0.7) * 22 + bend * 4, y * 4 + bend, seed + 5)
}

/** @param {Point} p @param {Look} look @returns {Colour} */
function cloth(p, { colours, pattern }) {
  const [x, y, z] = p
  const weave = 1 + 0.07 * fractalNoise(x * 90, y * 90 + z * 40, 3, 2)
  if (pattern === 'stripes')
    return times(step(0.42, 0.5, Math.abs(((y * 13) % 1) - 0.5) * 2) > 0.5 ? colours.second : colours.upper, weave)
  if (pattern === 'dots') {
    const row = Math.floor(y * 22)
    const [u, v] = [((x + z * 0.6) * 22 + (row % 2) * 0.5) % 1, (y * 22) % 1]
    const apart = Math.hypot((u < 0 ? u + 1 : u) - 0.5, v - 0.5)
    return times(mixed(colours.second, colours.upper, step(0.2, 0.27, apart)), weave)
  }
  return times(mixed(colours.upper, colours.second, 0.5 + 0.5 * fractalNoise(x * 30, y * 30, 9)), weave)
}

/** A face, painted on: brows, eyes, lips and a little red on the cheeks. @param {Point} p @param {Look} look @returns {Colour} */
function face([x, y, z], { colours }) {
  const side = Math.abs(x)
  let colour = times(colours.skin, 1 + 0.04 * fractalNoise(x * 60, y * 60, 2))
  if (z < 0.03) return colour
  colour = mixed(
    colour,
    [colours.skin[0] * 1.05, colours.skin[1] * 0.78, colours.skin[2] * 0.78],
    0.45 * step(0.03, 0, Math.hypot(side - 0.042, y - 1.575)),
  )
  const eye = Math.hypot((side - 0.031) / 0.0165, (y - 1.617) / 0.0085)
  if (eye < 1) {
    const iris = Math.hypot(side - 0.031, y - 1.617)
    colour = iris < 0.0035 ? [0.01, 0.01, 0.01] : iris < 0.0078 ? [0.09, 0.06, 0.04] : [0.72, 0.7, 0.68]
  }
  if (eye >= 1 && eye < 1.3 && y > 1.616) colour = times(colours.hair, 0.7)
  const brow = Math.hypot((side - 0.033) / 0.021, (y - 1.6365 - (side - 0.033) * 0.12) / 0.0045)
  colour = mixed(colours.hair, colour, step(0.7, 1.15, brow))
  const lips = Math.hypot(x / 0.024, (y - 1.55) / 0.0085)
  colour = mixed(
    [colours.skin[0] * 0.72, colours.skin[1] * 0.42, colours.skin[2] * 0.42],
    colour,
    step(0.75, 1.1, lips),
  )
  if (lips < 1 && Math.abs(y - 1.55) < 0.0012) colour = times(colour, 0.55)
  if (Math.hypot((side - 0.009) / 0.005, (y - 1.578) / 0.004) < 1) colour = times(colour, 0.55)
  return colour
}

/** @param {Point} p @param {import('./looks.mjs').Material} material @param {Look} look @returns {Colour} */
export function colourOf(p, material, look) {
  const { colours } = look
  const [x, y, z] = p
  if (material === 'face') return face(p, look)
  if (material === 'upper') return cloth(p, look)
  if (material === 'hair') return times(colours.hair, 1 + 0.8 * noise(x * 240 + z * 60, y * 9, 4))
  if (material === 'trousers')
    return times(
      colours.trousers,
      1 +
        0.22 * fractalNoise(x * 120, y * 160, 6, 2) +
        0.25 * step(0.07, 0, Math.abs(Math.abs(x) - 0.09)) * step(0.2, 0.7, y),
    )
  return times(colours[material], 1 + 0.05 * fractalNoise(x * 50, y * 50 + z * 30, 7))
}

/** How high the surface stands out, in metres. @param {Point} p @param {import('./looks.mjs').Material} material @param {Look} look */
export function reliefOf(p, material, look) {
  if (material === 'upper')
    return 0.0035 * folds(p, 11) + (look.pattern === 'stripes' ? 0.0006 * Math.sin(p[0] * 500) : 0)
  if (material === 'trousers') return 0.0028 * folds([p[0] * 0.6, p[1] * 2.4, p[2]], 17)
  if (material === 'hair') return 0.0025 * noise(p[0] * 160 + p[2] * 80, p[1] * 8, 21)
  return 0
}

/** Paving, and what stands behind it. @param {Point} p @param {Look} look @param {boolean} onGround @returns {Colour} */
export function sceneryOf([x, y, z], { colours, wall }, onGround) {
  if (onGround) {
    const row = Math.floor(z * 2.2)
    const [u, v] = [(((x * 1.5 + (row % 2) * 0.5) % 1) + 1) % 1, (((z * 2.2) % 1) + 1) % 1]
    const joint = Math.min(step(0, 0.035, Math.min(u, 1 - u)), step(0, 0.05, Math.min(v, 1 - v)))
    const stone =
      1 +
      0.18 * noise(Math.floor(x * 1.5 + (row % 2) * 0.5) * 7.3, row * 5.1, 31) +
      0.25 * fractalNoise(x * 9, z * 9, 33)
    return times(colours.ground, stone * (0.45 + 0.55 * joint))
  }
  if (wall === 'bricks') {
    const row = Math.floor(y * 12)
    const [u, v] = [(((x * 4.4 + (row % 2) * 0.5) % 1) + 1) % 1, (((y * 12) % 1) + 1) % 1]
    const joint = Math.min(step(0, 0.05, Math.min(u, 1 - u)), step(0.02, 0.14, Math.min(v, 1 - v)))
    const brick =
      1 +
      0.35 * noise(Math.floor(x * 4.4 + (row % 2) * 0.5) * 3.7, row * 9.2, 41) +
      0.18 * fractalNoise(x * 22, y * 22, 43)
    return mixed([0.36, 0.34, 0.31], times(colours.wall, brick), joint)
  }
  if (wall === 'leaves') {
    const leaf = fractalNoise(x * 16 + 3 * noise(x * 4, y * 4, 51), y * 16, 53)
    return times(
      mixed(colours.wall, [0.3, 0.42, 0.12], 0.5 + 0.5 * leaf),
      0.55 + 0.5 * fractalNoise(x * 3, y * 3, 57) + 0.35 * leaf,
    )
  }
  const stain = fractalNoise(x * 1.3, y * 2.1, 61) * 0.16 + fractalNoise(x * 14, y * 14, 63) * 0.05
  return times(colours.wall, (1 + stain) * (y < 0.35 ? 0.62 : 1))
}
