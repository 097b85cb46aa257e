import type { ConditionOf } from '../../contract/condition.ts'
import { LIMBS } from '../../contract/poses/body-18.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'

type Pose = Omit<ConditionOf<'pose'>, 'kind'>

/** How far clothes, hair and bags reach from the skeleton, in shares of the body's height. */
const REACH = 0.17
/** Nearer to a limb than this, in shares of the body's height, it is the body whatever the network says. */
const FLESH = 0.012
/** A body whose legs are not seen is taken to be at least this high, in shares of the picture. */
const LEAST_HEIGHT = 0.5
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
  const distance = limbDistances(pose, width, height)
  const size = bodyHeight(pose)
  const data = new Float32Array(width * height)
  const seen = new Uint8Array(width * height)
  const waiting: number[] = []
  const admit = (pixel: number): void => {
    if (seen[pixel] !== 0) return
    const apart = distance[pixel] ?? Infinity
    const soft = Math.min(Math.max(((share.data[pixel] ?? 0) - OUTSIDE) / (INSIDE - OUTSIDE), 0), 1)
    const value = apart <= FLESH * size ? 1 : apart <= REACH * size ? soft : 0
    seen[pixel] = 1
    if (value === 0) return
    data[pixel] = value
    waiting.push(pixel)
  }
  for (let pixel = 0; pixel < data.length; pixel++) if ((distance[pixel] ?? Infinity) <= FLESH * size) admit(pixel)
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width
    if (x > 0) admit(pixel - 1)
    if (x < width - 1) admit(pixel + 1)
    if (pixel >= width) admit(pixel - width)
    if (pixel + width < data.length) admit(pixel + width)
  }
  return { width, height, data }
}

/** From the highest to the lowest joint, in pixels. */
function bodyHeight({ points, height }: Pose): number {
  const rows = points.flatMap((point) => (point === null ? [] : [point[1]]))
  return Math.max(rows.length === 0 ? 0 : Math.max(...rows) - Math.min(...rows), LEAST_HEIGHT * height)
}

/** From each pixel's middle to the nearest limb; infinite without limbs. */
function limbDistances({ points }: Pose, width: number, height: number): Float32Array {
  const distances = new Float32Array(width * height).fill(Infinity)
  for (const [from, to] of LIMBS) {
    const [start, end] = [points[from] ?? null, points[to] ?? null]
    if (start === null || end === null) continue
    const [across, down] = [end[0] - start[0], end[1] - start[1]]
    const squared = Math.max(across ** 2 + down ** 2, 1e-6)
    for (let y = 0, pixel = 0; y < height; y++)
      for (let x = 0; x < width; x++, pixel++) {
        const [right, below] = [x + 0.5 - start[0], y + 0.5 - start[1]]
        const along = Math.min(Math.max((right * across + below * down) / squared, 0), 1)
        const apart = Math.hypot(right - along * across, below - along * down)
        if (apart < (distances[pixel] ?? 0)) distances[pixel] = apart
      }
  }
  return distances
}
