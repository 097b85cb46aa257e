/**
 * Somebody who stands, as solids with a material each. Left and right are of the picture. Materials are names of what
 * `materials.mjs` paints.
 *
 * @typedef {import('./solids.mjs').Point} Point
 * @typedef {import('./looks.mjs').Look} Look
 * @typedef {{ distance: number, material: import('./looks.mjs').Material }} Surface
 */
import { egg, joined, limb } from './solids.mjs'

/** @param {Look} look */
export function figureOf(look) {
  const { arms, stance, garment, hair } = look
  /** @param {number} side −1 or 1 @param {readonly [number, number, number]} place @returns {Point} */
  const on = (side, [x, y, z]) => [side * x, y, z]

  /** @param {Point} p @returns {Surface} */
  return (p) => {
    /** @type {Surface} */
    let nearest = { distance: Infinity, material: 'skin' }
    /** @param {number} distance @param {import('./looks.mjs').Material} material */
    const add = (distance, material) => {
      if (distance < nearest.distance) nearest = { distance, material }
    }
    // Head, neck and hair.
    const head = joined(
      egg(p, [0, 1.605, 0], [0.074, 0.108, 0.092]),
      egg(p, [0, 1.545, 0.018], [0.055, 0.06, 0.07]),
      0.03,
    )
    const nose = limb(p, [0, 1.618, 0.082], [0, 1.585, 0.102], 0.008, 0.014)
    add(joined(head, nose, 0.018), 'face')
    for (const side of [-1, 1]) add(egg(p, [side * 0.075, 1.595, -0.005], [0.014, 0.03, 0.02]), 'skin')
    add(limb(p, [0, 1.43, -0.01], [0, 1.55, -0.005], 0.052, 0.047), 'skin')
    const crown = egg(p, [0, 1.632, -0.018], [0.088, 0.103, 0.1])
    const forehead = egg(p, [0, 1.568, 0.1], [0.085, 0.092, 0.08])
    add(Math.max(crown, -forehead), 'hair')
    if (hair.length > 0)
      for (const side of [-1, 1])
        add(limb(p, [side * 0.07, 1.63, -0.03], [side * 0.085, 1.63 - hair.length, -0.045], 0.042, 0.034, 1.2), 'hair')
    if (hair.length > 0) add(limb(p, [0, 1.62, -0.06], [0, 1.6 - hair.length, -0.08], 0.07, 0.075, 0.8), 'hair')

    // Trunk: what is worn above, over the hips.
    const chest = limb(p, [0, 1.33, 0], [0, 1.08, 0], 0.165, 0.135, 0.66)
    const shoulders = limb(p, [-0.145, 1.395, -0.01], [0.145, 1.395, -0.01], 0.062, 0.062, 0.9)
    const hips = limb(p, [0, 1.08, 0], [0, garment.hem, 0.01], 0.137, garment.flare, 0.74)
    let upper = joined(joined(chest, shoulders, 0.07), hips, 0.06)
    // Cut straight at the hem.
    upper = Math.max(upper, garment.hem - p[1])
    // An open collar shows the neck.
    upper = Math.max(upper, -egg(p, [0, 1.475, 0.05], [0.05, 0.07, 0.11]))
    for (const side of [-1, 1]) {
      const [elbow, wrist] = arms[side < 0 ? 'left' : 'right']
      const shoulder = on(side, [0.178, 1.385, -0.01])
      const sleeve = limb(p, shoulder, on(side, elbow), 0.061, 0.05)
      upper = joined(upper, sleeve, 0.03)
      const forearm = limb(p, on(side, elbow), on(side, wrist), 0.047, 0.037)
      if (garment.longSleeves) upper = joined(upper, forearm, 0.02)
      else add(forearm, 'skin')
      const hand = on(side, [
        wrist[0] + (wrist[0] - elbow[0]) * 0.28,
        wrist[1] + (wrist[1] - elbow[1]) * 0.28,
        wrist[2] + 0.02,
      ])
      add(
        joined(
          limb(p, on(side, wrist), hand, 0.03, 0.034, 0.7),
          limb(p, hand, [hand[0] - side * 0.012, hand[1] - 0.055, hand[2] + 0.012], 0.027, 0.016, 0.7),
          0.02,
        ),
        'skin',
      )
    }
    add(upper - garment.thickness, 'upper')
    if (garment.belt)
      add(limb(p, [0, 1.085, 0], [0, 1.055, 0], 0.158 + garment.thickness, 0.158 + garment.thickness, 0.71), 'belt')

    // Legs and shoes.
    for (const side of [-1, 1]) {
      const [knee, ankle] = stance[side < 0 ? 'left' : 'right']
      const thigh = limb(p, on(side, [0.078, 0.9, 0]), on(side, knee), 0.092, 0.062)
      const shin = limb(p, on(side, knee), on(side, ankle), 0.06, garment.legs === 'skin' ? 0.037 : 0.05)
      add(joined(thigh, shin, 0.03), garment.legs)
      const [x, y, z] = on(side, ankle)
      const toe = /** @type {Point} */ ([x + side * 0.025, 0.03, z + 0.13])
      add(
        Math.max(
          joined(
            limb(p, [x, 0.045, z - 0.015], toe, 0.046, 0.036),
            limb(p, [x, 0.05, z], [x, y + 0.03, z], 0.045, 0.046),
            0.03,
          ),
          -p[1],
        ),
        'shoes',
      )
    }
    return nearest
  }
}
