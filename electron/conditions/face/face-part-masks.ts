import type { BytePlane } from '../dense-channels.ts'
import { FACE_CLASSES, FACE_PART_COUNT, HAIR_PART, SKIN_PART } from './face-classes.ts'

/** Parts that CelebAMask-HQ's own skin masks run beneath. */
const ON_THE_FACE: ReadonlySet<string> = new Set([
  'nose',
  'eyeglasses',
  'left eye',
  'right eye',
  'left brow',
  'right brow',
  'mouth',
  'upper lip',
  'lower lip',
])

/** For each CelebAMask-HQ id, the parts (1..13) whose mask covers such a pixel. */
const PARTS_OF_ID: readonly (readonly number[])[] = Array.from({ length: 256 }, (_, id) => {
  const face = FACE_CLASSES.find((entry) => entry.id === id)
  if (face === undefined || face.edgeChannel === 0) return []
  return ON_THE_FACE.has(face.name) ? [SKIN_PART, face.edgeChannel] : [face.edgeChannel]
})

/**
 * One mask (1 inside, 0 outside) per face part, in the order of the `celebahqedge` distance channels, from a merged
 * CelebAMask-HQ label map. The data set's skin masks, which the checkpoint was trained on, are whole faces including eyes, nose
 * and mouth (its authors say so in their issue 22), so the skin's mask is made whole again here.
 *
 * @param labels CelebAMask-HQ ids; ids that are no face part (neck, hat, background …) belong to no mask
 */
export function facePartMasks(labels: BytePlane): readonly BytePlane[] {
  const { width, height } = labels
  const masks = Array.from({ length: FACE_PART_COUNT }, () => new Uint8Array(width * height))
  for (let pixel = 0; pixel < labels.data.length; pixel++)
    for (const part of PARTS_OF_ID[labels.data[pixel] ?? 0] ?? []) {
      const mask = masks[part - 1]
      if (mask !== undefined) mask[pixel] = 1
    }
  return masks.map((data) => ({ width, height, data }))
}

/** 1 where background edges may show: outside every part but hair. */
export function outsideFaceParts(masks: readonly BytePlane[], area: number): Uint8Array {
  const outside = new Uint8Array(area).fill(1)
  for (const [index, mask] of masks.entries()) {
    const value = index + 1 === HAIR_PART ? 1 : 0
    for (let pixel = 0; pixel < area; pixel++) if (mask.data[pixel] !== 0) outside[pixel] = value
  }
  return outside
}
