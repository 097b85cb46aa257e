import type { ConditionOf } from '../../contract/condition.ts'
import { LIMBS } from '../../contract/poses/body-18.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import { bodyHeight } from '../body-height.ts'

type Pose = Omit<ConditionOf<'pose'>, 'kind'>

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
  const places = aroundLimbs(pose, size, width, height)
  const data = new Float32Array(width * height)
  const seen = new Uint8Array(width * height)
  const waiting: number[] = []
  const admit = (pixel: number): void => {
    if (seen[pixel] !== 0) return
    const soft = Math.min(Math.max(((share.data[pixel] ?? 0) - OUTSIDE) / (INSIDE - OUTSIDE), 0), 1)
    const value = places[pixel] === ON_LIMB ? 1 : places[pixel] === IN_REACH ? soft : 0
    seen[pixel] = 1
    if (value === 0) return
    data[pixel] = value
    waiting.push(pixel)
  }
  for (let pixel = 0; pixel < data.length; pixel++) if (places[pixel] === ON_LIMB) admit(pixel)
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width
    if (x > 0) admit(pixel - 1)
    if (x < width - 1) admit(pixel + 1)
    if (pixel >= width) admit(pixel - width)
    if (pixel + width < data.length) admit(pixel + width)
  }
  return { width, height, data }
}

const [IN_REACH, ON_LIMB] = [1, 2]

/** For each pixel whether its middle lies on a limb, within the reach of any, or (0) neither; only pixels near a limb are looked at. */
function aroundLimbs({ points }: Pose, size: number, width: number, height: number): Uint8Array {
  const places = new Uint8Array(width * height)
  const flesh = (FLESH * size) ** 2
  for (const [limb, [from, to]] of LIMBS.entries()) {
    const start = points[from] ?? null
    const end = points[to] ?? null
    if (start === null || end === null) continue
    const reach = REACHES[PARTS[limb] ?? 'trunk'] * size
    const [x0, y0] = start
    const across = end[0] - x0
    const down = end[1] - y0
    const squared = Math.max(across ** 2 + down ** 2, 1e-6)
    const left = Math.max(Math.floor(Math.min(x0, end[0]) - reach), 0)
    const right = Math.min(Math.ceil(Math.max(x0, end[0]) + reach), width)
    const bottom = Math.min(Math.ceil(Math.max(y0, end[1]) + reach), height)
    for (let y = Math.max(Math.floor(Math.min(y0, end[1]) - reach), 0); y < bottom; y++)
      for (let x = left; x < right; x++) {
        const beside = x + 0.5 - x0
        const below = y + 0.5 - y0
        const along = Math.min(Math.max((beside * across + below * down) / squared, 0), 1)
        const apart = (beside - along * across) ** 2 + (below - along * down) ** 2
        const pixel = y * width + x
        if (apart <= flesh) places[pixel] = ON_LIMB
        else if (apart <= reach ** 2 && places[pixel] === 0) places[pixel] = IN_REACH
      }
  }
  return places
}
