import type { Pose } from '../../conditions/pose/pose.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { stillPlaces } from './still-places.ts'

/** How much neighbouring frames differ, in levels of 0..255 on average. */
export interface Flicker {
  /** Where the skeleton stands still: a picture without flicker stays as it is there. */
  readonly still: number
  /** Where it moves. */
  readonly moving: number
}

/**
 * How an animation flickers: the change between neighbouring frames in those pixels that no moving limb is near to, apart from the
 * change that the skeleton's motion asks for.
 *
 * @param frames of one size, with the pose of each
 * @returns undefined for fewer than two frames
 */
export function flickerOf(frames: readonly { readonly image: RgbImage; readonly pose: Pose }[]): Flicker | undefined {
  if (frames.length < 2) return undefined
  const sums = { still: 0, moving: 0 }
  const counts = { still: 0, moving: 0 }
  for (const [index, { image, pose }] of frames.entries()) {
    const before = frames[index - 1]
    if (before === undefined) continue
    const still = stillPlaces(before.pose, pose, image)
    for (const [at, level] of image.data.entries()) {
      const kind = still[Math.floor(at / 3)] === 1 ? 'still' : 'moving'
      sums[kind] += Math.abs(level - (before.image.data[at] ?? 0))
      counts[kind] += 1
    }
  }
  return { still: sums.still / Math.max(1, counts.still), moving: sums.moving / Math.max(1, counts.moving) }
}
