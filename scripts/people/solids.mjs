/**
 * Distances to solids, in metres (Íñigo Quílez, "Distance functions"): the figure of scripts/people is made of them.
 *
 * @typedef {[x: number, y: number, z: number]} Point
 */

/** @param {Point} a @param {Point} b @returns {Point} */
export const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
/** @param {Point} a @param {Point} b */
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
/** @param {Point} a @returns {Point} */
export function unit(a) {
  const length = Math.hypot(...a) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}

/**
 * A limb that tapers from one round end to the other; `flat` presses it from front to back.
 *
 * @param {Point} p @param {Point} from @param {Point} to @param {number} wide @param {number} narrow @param {number} [flat]
 */
export function limb(p, from, to, wide, narrow, flat = 1) {
  const across = minus(p, from)
  const along = minus(to, from)
  // Flattened space is longer from front to back; the distance is scaled back so that marching stays safe.
  const squared = along[0] ** 2 + along[1] ** 2 + (along[2] / flat) ** 2
  const z = across[2] / flat
  const share = Math.min(
    1,
    Math.max(0, (across[0] * along[0] + across[1] * along[1] + z * (along[2] / flat)) / squared),
  )
  const apart = Math.hypot(across[0] - share * along[0], across[1] - share * along[1], z - (share * along[2]) / flat)
  return (apart - (wide + (narrow - wide) * share)) * Math.min(1, flat)
}

/** @param {Point} p @param {Point} centre @param {Point} radii */
export function egg(p, centre, radii) {
  const [x, y, z] = minus(p, centre)
  const scaled = Math.hypot(x / radii[0], y / radii[1], z / radii[2])
  const slope = Math.hypot(x / radii[0] ** 2, y / radii[1] ** 2, z / radii[2] ** 2)
  return slope === 0 ? -Math.min(...radii) : (scaled * (scaled - 1)) / slope
}

/** Two solids that flow into each other over `width`. @param {number} a @param {number} b @param {number} width */
export function joined(a, b, width) {
  const share = Math.max(width - Math.abs(a - b), 0) / width
  return Math.min(a, b) - (share * share * width) / 4
}
