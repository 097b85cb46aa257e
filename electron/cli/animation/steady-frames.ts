import type { Pose } from '../../conditions/pose/pose.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { stillPlaces } from './still-places.ts'

/** How much of the frame before stays in the next where the skeleton stands still. */
const KEPT = 0.6

/**
 * The frames of an animation without what flickers: where no limb moves, a frame takes over most of the one before, so that what
 * is matched anew for every frame settles. Around limbs that move, every frame is its own, so that nothing leaves a trail.
 *
 * @param frames of one size, with the pose of each
 */
export function steadyFrames(
  frames: readonly { readonly image: RgbImage; readonly pose: Pose }[],
): readonly RgbImage[] {
  const made: RgbImage[] = []
  for (const [index, { image, pose }] of frames.entries()) {
    const [before, last] = [frames[index - 1]?.pose, made.at(-1)]
    made.push(
      before === undefined || last === undefined ? image : steadied(last, image, stillPlaces(before, pose, image)),
    )
  }
  return made
}

function steadied(last: RgbImage, image: RgbImage, still: Uint8Array): RgbImage {
  const data = image.data.slice()
  for (let at = 0; at < data.length; at += 1)
    if (still[Math.floor(at / 3)] === 1)
      data[at] = Math.round((last.data[at] ?? 0) * KEPT + (image.data[at] ?? 0) * (1 - KEPT))
  return { ...image, data }
}
