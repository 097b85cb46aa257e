import { poseChannels } from '../../conditions/pose/pose-channels.ts'
import type { Pose } from '../../conditions/pose/pose.ts'
import { scalePose } from '../../conditions/pose/scale-pose.ts'
import type { ImageSize } from '../../contract/image-size.ts'

/** Colour channels that the pose's distance maps follow. */
const FIRST_DISTANCE = 3
/** Distances that differ less than this, as a share of the farthest, are the same: the limb stands still. */
const STILL = 0.02

/** The channels of a pose in a picture of this size, as packs see them: colours, then the distances to each limb. */
export function limbDistances(pose: Pose, size: ImageSize): Float32Array {
  return poseChannels(scalePose(pose, size)).data
}

/** Whether a pixel is as far from every limb in one pose as in another. */
export function staysAt(before: Float32Array, after: Float32Array, pixel: number, area: number): boolean {
  for (let at = FIRST_DISTANCE * area + pixel; at < before.length; at += area)
    if (Math.abs((before[at] ?? 0) - (after[at] ?? 0)) > STILL) return false
  return true
}
