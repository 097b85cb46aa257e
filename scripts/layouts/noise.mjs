/**
 * Smooth seeded noise: the same seed draws the same layout on every machine.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} seed
 * @returns {number} A hash of a lattice point, 0..1.
 */
function lattice(x, y, seed) {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519)
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967295
}

/** @param {number} t 0..1, eased so that neighbouring cells meet without a crease. */
function ease(t) {
  return t * t * (3 - 2 * t)
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} seed
 * @returns {number} Value noise, −1..1, one bump per unit.
 */
export function noise(x, y, seed) {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const right = ease(x - left)
  const down = ease(y - top)
  const upper = lattice(left, top, seed) * (1 - right) + lattice(left + 1, top, seed) * right
  const lower = lattice(left, top + 1, seed) * (1 - right) + lattice(left + 1, top + 1, seed) * right
  return 2 * (upper * (1 - down) + lower * down) - 1
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} seed
 * @param {number} [octaves] Each adds bumps of half the size and half the height.
 * @returns {number} Fractal noise, about −1..1.
 */
export function fractalNoise(x, y, seed, octaves = 4) {
  let sum = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x * 2 ** octave, y * 2 ** octave, seed + octave) / 2 ** octave
  }
  return sum / 1.6
}
