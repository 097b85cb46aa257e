import type { Pose } from '../../conditions/pose/pose.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { limbDistances, staysAt } from './still-places.ts'

/** How much of the frame before stays in the next where the skeleton stands still. */
const KEPT = 0.6

/**
 * The frames of an animation without what flickers: where the distances to all limbs stay as they are, a frame takes over most of
 * the one before, so that what is matched anew for every frame settles. Where the skeleton moves, every frame is its own.
 *
 * @param frames of one size, with the pose of each
 */
export function steadyFrames(
  frames: readonly { readonly image: RgbImage; readonly pose: Pose }[],
): readonly RgbImage[] {
  const made: RgbImage[] = []
  let before: Float32Array | undefined
  for (const { image, pose } of frames) {
    const distances = limbDistances(pose, image)
    const last = made.at(-1)
    made.push(before === undefined || last === undefined ? image : steadied(last, image, before, distances))
    before = distances
  }
  return made
}

function steadied(last: RgbImage, image: RgbImage, before: Float32Array, after: Float32Array): RgbImage {
  const data = image.data.slice()
  const area = image.width * image.height
  for (let pixel = 0; pixel < area; pixel += 1) {
    if (!staysAt(before, after, pixel, area)) continue
    for (let at = pixel * 3; at < pixel * 3 + 3; at += 1)
      data[at] = Math.round((last.data[at] ?? 0) * KEPT + (image.data[at] ?? 0) * (1 - KEPT))
  }
  return { ...image, data }
}
