import { MAKEUP_PARTS, type MakeupPart } from '../../../contract/makeup-parts.ts'
import type { PhotoPatch } from '../../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../../contract/photo-pixels.ts'
import { compose } from '../../../makeup/transfer/composition.ts'
import type { FaceView } from '../../../makeup/transfer/face-view.ts'
import { paintFace } from '../../../makeup/transfer/paint-face.ts'
import type { TargetFace } from '../../../makeup/transfer/target-face.ts'
import { lookOn, type RemoteLook, type WornMakeup } from './read-looks.ts'

/** A part of a look as it lies over what was put on before. */
export interface PartPatch {
  readonly part: MakeupPart
  readonly patch: PhotoPatch
}

/**
 * Puts a look on part by part. Each patch holds the face as it is after its part, and its mask is 255 where that part
 * changed something: laid over each other in order, the patches give what all parts give at once.
 */
export function paintParts(
  pixels: PhotoPixels,
  view: FaceView,
  target: TargetFace,
  look: RemoteLook,
  worn: WornMakeup,
): readonly PartPatch[] {
  const painted: PartPatch[] = []
  let before: PhotoPatch | undefined
  for (const [index, part] of MAKEUP_PARTS.entries()) {
    if ((look.parts[part]?.strength ?? 0) === 0) continue
    const whole = paintFace(pixels, view, compose(target, lookOn(target, look, worn, MAKEUP_PARTS.slice(0, index + 1))))
    painted.push({ part, patch: { ...whole, mask: changedSince(before, whole, pixels.channels) } })
    before = whole
  }
  return painted
}

function changedSince(before: PhotoPatch | undefined, { data, mask }: PhotoPatch, channels: number): Uint8Array {
  if (before === undefined) return mask
  const changed = new Uint8Array(mask.length)
  for (let pixel = 0; pixel < changed.length; pixel++)
    for (let channel = 0; channel < channels; channel++)
      if (data[pixel * channels + channel] !== before.data[pixel * channels + channel]) changed[pixel] = 255
  return changed
}
