import type { Pose } from '../../conditions/pose/pose.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { limbDistances, staysAt } from './still-places.ts'

/** How much neighbouring frames differ, in levels of 0..255 on average. */
export interface Flicker {
  /** Where the skeleton stands still: a picture without flicker stays as it is there. */
  readonly still: number
  /** Where it moves. */
  readonly moving: number
}

/**
 * How an animation flickers: the change between neighbouring frames in those pixels whose distance from every limb stays the same,
 * apart from the change that the skeleton's motion asks for.
 *
 * @param frames of one size, with the pose of each
 * @returns undefined for fewer than two frames
 */
export function flickerOf(frames: readonly { readonly image: RgbImage; readonly pose: Pose }[]): Flicker | undefined {
  if (frames.length < 2) return undefined
  const sums = { still: 0, moving: 0 }
  const counts = { still: 0, moving: 0 }
  let before: Float32Array | undefined
  for (const [index, { image, pose }] of frames.entries()) {
    const distances = limbDistances(pose, image)
    const last = frames[index - 1]?.image.data
    if (before !== undefined && last !== undefined) {
      const area = image.width * image.height
      for (let pixel = 0; pixel < area; pixel += 1) {
        const kind = staysAt(before, distances, pixel, area) ? 'still' : 'moving'
        for (let at = pixel * 3; at < pixel * 3 + 3; at += 1)
          sums[kind] += Math.abs((image.data[at] ?? 0) - (last[at] ?? 0))
        counts[kind] += 3
      }
    }
    before = distances
  }
  return { still: sums.still / Math.max(1, counts.still), moving: sums.moving / Math.max(1, counts.moving) }
}
