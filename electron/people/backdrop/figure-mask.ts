import type { ConditionOf } from '../../contract/condition.ts'
import { BODY_POINTS, LIMBS } from '../../contract/poses/body-18.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'

type Pose = Omit<ConditionOf<'pose'>, 'kind'>
type BodyPoint = (typeof BODY_POINTS)[number]

/**
 * How far the body and what is worn reach from its limbs, in shares of the body's height: sleeves and hair keep close, coats,
 * skirts and bags do not. `LIMBS` says which limbs these are.
 */
const REACHES = { head: 0.085, arm: 0.075, trunk: 0.15, leg: 0.14 } as const
const PARTS: readonly (keyof typeof REACHES)[] = [
  ...(['trunk', 'trunk', 'arm', 'arm', 'arm', 'arm'] as const),
  ...(['trunk', 'leg', 'leg', 'trunk', 'leg', 'leg'] as const),
  ...(['head', 'head', 'head', 'head', 'head'] as const),
]
/** Nearer to a limb than this, in shares of the body's height, it is the body whatever the network says. */
const FLESH = 0.012
/** What some stretches of a body are of its height: whoever is seen to the hips, or sits, is as high as these say. */
const SHARES: readonly (readonly [from: BodyPoint, to: BodyPoint, share: number])[] = [
  ['neck', 'nose', 0.105],
  ['right shoulder', 'left shoulder', 0.21],
  ['neck', 'right hip', 0.33],
  ['neck', 'left hip', 0.33],
]
/** Nobody is taken to be lower than this share of the picture. */
const LEAST_HEIGHT = 0.3
/** Shares of a figure between which its border lies. */
const OUTSIDE = 0.3
const INSIDE = 0.7

/**
 * How much of each pixel is the person of a pose, 0..1: what a network takes for a person, as far as it hangs together with
 * the skeleton. A face that a picture shows twice is no part of it.
 *
 * @param share how likely each pixel shows somebody, at the picture's size
 * @param pose in pixels of the picture
 */
export function figureMask(share: ScalarMap, pose: Pose): ScalarMap {
  const { width, height } = share
  const size = bodyHeight(pose)
  const { nearest, reached } = aroundLimbs(pose, size, width, height)
  const data = new Float32Array(width * height)
  const seen = new Uint8Array(width * height)
  const waiting: number[] = []
  const admit = (pixel: number): void => {
    if (seen[pixel] !== 0) return
    const soft = Math.min(Math.max(((share.data[pixel] ?? 0) - OUTSIDE) / (INSIDE - OUTSIDE), 0), 1)
    const value = (nearest[pixel] ?? Infinity) <= FLESH * size ? 1 : reached[pixel] === 1 ? soft : 0
    seen[pixel] = 1
    if (value === 0) return
    data[pixel] = value
    waiting.push(pixel)
  }
  for (let pixel = 0; pixel < data.length; pixel++) if ((nearest[pixel] ?? Infinity) <= FLESH * size) admit(pixel)
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width
    if (x > 0) admit(pixel - 1)
    if (x < width - 1) admit(pixel + 1)
    if (pixel >= width) admit(pixel - width)
    if (pixel + width < data.length) admit(pixel + width)
  }
  return { width, height, data }
}

/** How high a whole body would be, in pixels. */
function bodyHeight({ points, height }: Pose): number {
  const rows = points.flatMap((point) => (point === null ? [] : [point[1]]))
  const stretches = SHARES.map(([from, to, share]) => {
    const [start, end] = [points[BODY_POINTS.indexOf(from)] ?? null, points[BODY_POINTS.indexOf(to)] ?? null]
    return start === null || end === null ? 0 : Math.hypot(end[0] - start[0], end[1] - start[1]) / share
  })
  const extent = rows.length === 0 ? 0 : Math.max(...rows) - Math.min(...rows)
  return Math.max(LEAST_HEIGHT * height, extent, ...stretches)
}

/** From each pixel's middle to the nearest limb, infinite without limbs; 1 where the pixel lies within the reach of any. */
function aroundLimbs(
  { points }: Pose,
  size: number,
  width: number,
  height: number,
): { readonly nearest: Float32Array; readonly reached: Uint8Array } {
  const nearest = new Float32Array(width * height).fill(Infinity)
  const reached = new Uint8Array(width * height)
  for (const [limb, [from, to]] of LIMBS.entries()) {
    const [start, end] = [points[from] ?? null, points[to] ?? null]
    if (start === null || end === null) continue
    const reach = REACHES[PARTS[limb] ?? 'trunk'] * size
    const [across, down] = [end[0] - start[0], end[1] - start[1]]
    const squared = Math.max(across ** 2 + down ** 2, 1e-6)
    for (let y = 0, pixel = 0; y < height; y++)
      for (let x = 0; x < width; x++, pixel++) {
        const [right, below] = [x + 0.5 - start[0], y + 0.5 - start[1]]
        const along = Math.min(Math.max((right * across + below * down) / squared, 0), 1)
        const apart = Math.hypot(right - along * across, below - along * down)
        if (apart < (nearest[pixel] ?? 0)) nearest[pixel] = apart
        if (apart <= reach) reached[pixel] = 1
      }
  }
  return { nearest, reached }
}
