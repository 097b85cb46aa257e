/**
 * A point of a face, in pixels of a picture of 512 × 512 that is aligned as in CelebA-HQ: eyes at about (197, 238) and (315, 238),
 * the mouth at (256, 366).
 *
 * @typedef {readonly [x: number, y: number]} Point
 */

/**
 * A smooth closed curve through points (Catmull-Rom, uniform).
 *
 * @param {readonly Point[]} corners
 * @param {number} [steps] between two points
 * @returns {Point[]}
 */
export function closedCurve(corners, steps = 8) {
  return corners.flatMap((point, index) => {
    const before = corners.at(index - 1) ?? point
    const next = corners[(index + 1) % corners.length] ?? point
    const after = corners[(index + 2) % corners.length] ?? point
    return Array.from({ length: steps }, (_, step) => between(before, point, next, after, step / steps))
  })
}

/**
 * A smooth open curve through points; ends stay.
 *
 * @param {readonly Point[]} corners
 * @param {number} [steps]
 * @returns {Point[]}
 */
export function openCurve(corners, steps = 8) {
  const last = corners.at(-1)
  const inner = corners.slice(0, -1).flatMap((point, index) => {
    const next = corners[index + 1] ?? point
    return Array.from({ length: steps }, (_, step) =>
      between(corners[index - 1] ?? point, point, next, corners[index + 2] ?? next, step / steps),
    )
  })
  return last === undefined ? inner : [...inner, last]
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 * @param {Point} d
 * @param {number} t between b and c, 0..1
 * @returns {Point}
 */
function between(a, b, c, d, t) {
  /** @param {0 | 1} axis */
  const along = (axis) =>
    0.5 *
    (2 * b[axis] +
      (c[axis] - a[axis]) * t +
      (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
      (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3)
  return [along(0), along(1)]
}

/**
 * @param {Point} centre
 * @param {number} across
 * @param {number} down
 * @returns {Point[]}
 */
export function ellipse([x, y], across, down) {
  return Array.from({ length: 40 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI
    return /** @type {Point} */ ([x + across * Math.cos(angle), y + down * Math.sin(angle)])
  })
}

/**
 * The points mirrored to the other side of the face.
 *
 * @param {readonly Point[]} points
 * @returns {Point[]}
 */
export function mirrored(points) {
  return points.map(([x, y]) => /** @type {Point} */ ([512 - x, y]))
}
