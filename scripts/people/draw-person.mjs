/**
 * Draws a picture of somebody before a wall, by marching rays through distances (Hart, "Sphere tracing", 1996), with sun, sky,
 * soft shadows and a little grain, as a photograph would have them.
 *
 * @typedef {import('./solids.mjs').Point} Point
 * @typedef {import('./looks.mjs').Look} Look
 */
import { figureOf } from './figure.mjs'
import { colourOf, reliefOf, sceneryOf } from './materials.mjs'
import { dot, unit } from './solids.mjs'

const CAMERA = /** @type {Point} */ ([0, 1.12, 5.2])
const LOOK_AT = 0.9
/** Half of what is seen at the person's distance, upwards, in metres. */
const REACH = 1.03
const WALL = -1.15
const SUN = unit([0.55, 0.85, 0.75])
const SUNLIGHT = [2.1, 1.95, 1.7]
const SKYLIGHT = [0.5, 0.58, 0.72]
/** Nobody stands outside this box. */
const BOX = { side: 0.55, top: 1.8, front: 0.45, back: -0.4 }
/** Rays in each direction for one pixel. */
const RAYS = 2

/** @param {Point} from @param {Point} to @param {number} share @returns {Point} */
const on = (from, to, share) => [from[0] + to[0] * share, from[1] + to[1] * share, from[2] + to[2] * share]

/** Where a ray enters and leaves the box; undefined where it misses. @param {Point} from @param {Point} direction */
function throughBox(from, direction) {
  let [near, far] = [0, Infinity]
  for (const [axis, low, high] of /** @type {[0 | 1 | 2, number, number][]} */ ([
    [0, -BOX.side, BOX.side],
    [1, 0, BOX.top],
    [2, BOX.back, BOX.front],
  ])) {
    const [one, other] = [(low - from[axis]) / direction[axis], (high - from[axis]) / direction[axis]]
    near = Math.max(near, Math.min(one, other))
    far = Math.min(far, Math.max(one, other))
  }
  return near < far ? { near, far } : undefined
}

/** @param {Look} look @param {number} width @param {number} height @returns {Uint8Array} RGB */
export function drawPerson(look, width, height) {
  const surface = figureOf(look)
  /** @param {Point} p */
  const distance = (p) => surface(p).distance

  /** How much of the sun reaches a place, 0..1. @param {Point} p */
  const sunAt = (p) => {
    const box = throughBox(p, SUN)
    if (box === undefined) return 1
    let light = 1
    for (let along = Math.max(0.015, box.near); along < box.far;) {
      const apart = distance(on(p, SUN, along))
      light = Math.min(light, (14 * apart) / along)
      if (light < 0.02) return 0
      along += Math.max(0.012, apart)
    }
    return Math.max(0, light)
  }

  /** How open a place is to the sky, 0..1. @param {Point} p @param {Point} normal */
  const openness = (p, normal) => {
    let hidden = 0
    for (const along of [0.03, 0.08, 0.16]) hidden += Math.max(0, along - distance(on(p, normal, along))) / along
    return 1 - Math.min(0.75, hidden * 0.3)
  }

  /** @param {Point} p @param {import('./looks.mjs').Material} material @returns {Point} */
  const normalAt = (p, material) => {
    const at = (/** @type {Point} */ q) => distance(q) - reliefOf(q, material, look)
    const [x, y, z] = p
    const e = 0.002
    return unit([
      at([x + e, y, z]) - at([x - e, y, z]),
      at([x, y + e, z]) - at([x, y - e, z]),
      at([x, y, z + e]) - at([x, y, z - e]),
    ])
  }

  /** @param {readonly number[]} colour @param {Point} normal @param {number} sun @param {number} sky @returns {Point} */
  const lit = (colour, normal, sun, sky) => {
    const direct = Math.max(0, dot(normal, SUN)) * sun
    const above = (0.6 + 0.4 * normal[1]) * sky
    const bounced = Math.max(0, -normal[1]) * 0.18 + 0.06
    return /** @type {Point} */ (
      colour.map(
        (value, channel) => value * (direct * (SUNLIGHT[channel] ?? 0) + above * (SKYLIGHT[channel] ?? 0) + bounced),
      )
    )
  }

  /** @param {Point} direction @returns {Point} */
  const seen = (direction) => {
    const box = throughBox(CAMERA, direction)
    if (box !== undefined)
      for (let along = box.near, steps = 0; along < box.far && steps < 90; steps++) {
        const p = on(CAMERA, direction, along)
        const hit = surface(p)
        if (hit.distance < 0.0012) {
          const normal = normalAt(p, hit.material)
          const away = on(p, normal, 0.006)
          return lit(colourOf(p, hit.material, look), normal, sunAt(away), openness(away, normal))
        }
        along += hit.distance * 0.9
      }
    const toGround = -CAMERA[1] / direction[1]
    const toWall = (WALL - CAMERA[2]) / direction[2]
    const onGround = toGround > 0 && toGround < toWall
    const p = on(CAMERA, direction, onGround ? toGround : toWall)
    const normal = /** @type {Point} */ (onGround ? [0, 1, 0] : [0, 0, 1])
    // Where wall and ground meet, less of the sky is seen.
    const corner = onGround ? p[2] - WALL : p[1]
    return lit(
      sceneryOf(p, look, onGround),
      normal,
      sunAt(on(p, normal, 0.004)),
      (0.55 + 0.45 * Math.min(1, corner / 0.5)) * openness(p, normal),
    )
  }

  const data = new Uint8Array(width * height * 3)
  const scale = (2 * REACH) / height
  let grain = 12345
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0]
      for (let ray = 0; ray < RAYS * RAYS; ray++) {
        const across = (x + ((ray % RAYS) + 0.5) / RAYS - width / 2) * scale
        const up = LOOK_AT - (y + (Math.floor(ray / RAYS) + 0.5) / RAYS - height / 2) * scale
        for (const [channel, value] of seen(unit([across - CAMERA[0], up - CAMERA[1], -CAMERA[2]])).entries())
          sum[channel] = (sum[channel] ?? 0) + value / RAYS ** 2
      }
      grain = (Math.imul(grain, 1103515245) + 12345) >>> 0
      for (const value of sum) {
        const exposed = 1 - Math.exp(-0.8 * value)
        data[at++] = Math.min(255, Math.max(0, Math.round(255 * exposed ** (1 / 2.2) + (grain / 2 ** 32 - 0.5) * 7)))
      }
    }
  return data
}
