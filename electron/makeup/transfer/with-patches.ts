import type { PhotoPatch } from '../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'

/** A copy of a photo with the changed pixels of some patches; all others are the photo's own. */
export function withPatches(photo: PhotoPixels, patches: readonly PhotoPatch[]): PhotoPixels {
  const data = photo.data.slice()
  const { channels } = photo
  for (const { window, data: changed, mask } of patches)
    for (let pixel = 0; pixel < mask.length; pixel++) {
      if (mask[pixel] === 0) continue
      const row = Math.floor(pixel / window.width)
      const at = ((window.y + row) * photo.width + window.x + pixel - row * window.width) * channels
      for (let channel = 0; channel < channels; channel++) data[at + channel] = changed[pixel * channels + channel] ?? 0
    }
  return { ...photo, data }
}
