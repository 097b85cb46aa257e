import type { BytePlane, ChannelIndices } from '../dense-channels.ts'
import { COVERED_BY_SKIN, FACE_PART_COUNT, SKIN_PART } from './face-classes.ts'

/**
 * One mask (1 inside, 0 outside) per face part, in the order of the `celebahqedge` distance channels. The skin masks of
 * CelebAMask-HQ, on which the checkpoint was trained, are whole faces including eyes, nose and mouth (its authors say so in
 * their issue 22), which a merged map has lost; so the skin's mask is made whole again here.
 *
 * @param parts part 1..13 of each pixel, 0 for what is no face part (neck, hat, background …)
 */
export function facePartMasks(parts: ChannelIndices): readonly BytePlane[] {
  const { width, height } = parts
  const masks = Array.from({ length: FACE_PART_COUNT + 1 }, () => new Uint8Array(width * height))
  const skin = masks[SKIN_PART]
  for (let pixel = 0; pixel < parts.data.length; pixel++) {
    const part = parts.data[pixel] ?? 0
    const mask = masks[part]
    if (mask !== undefined) mask[pixel] = 1
    if (skin !== undefined && COVERED_BY_SKIN.has(part)) skin[pixel] = 1
  }
  return masks.slice(1).map((data) => ({ width, height, data }))
}
