import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import { wantedLabels } from '../../../photo-edit/wanted-labels.ts'
import type { EditPlace } from './edit-place.ts'
import type { PackSight, SightMaterial } from './pack-sight.ts'

/** A window of the photo as it is, painted in the look of the whole photo. */
export function windowSight(
  { original, photo, sizes }: SightMaterial,
  { before, after, region, forbidden }: EditPlace,
  window: Rectangle,
): PackSight {
  return {
    labels: cropped(wantedLabels({ before, after, region }), window, photo),
    size: windowSize(window, sizes),
    original,
    forbidden: { ...before, data: forbidden },
    over: (_window, picture) => picture,
  }
}

/** The pack's own area in the window's proportions. */
function windowSize(
  { width, height }: Rectangle,
  { native, multiple, min, max, fixed }: PackManifest['sizes'],
): ImageSize {
  if (fixed !== undefined) return fixed
  const scale = Math.sqrt(native ** 2 / (width * height))
  const side = (length: number): number =>
    Math.min(
      Math.max(Math.round((length * scale) / multiple) * multiple, Math.ceil(min / multiple) * multiple),
      Math.floor(max / multiple) * multiple,
    )
  return { width: side(width), height: side(height) }
}

/** The cells of a map that lie under a window of the photo. */
function cropped(map: LabelMap, window: Rectangle, photo: ImageSize): LabelMap {
  const left = Math.floor((window.x * map.width) / photo.width)
  const top = Math.floor((window.y * map.height) / photo.height)
  const right = Math.max(
    left + 1,
    Math.min(map.width, Math.ceil(((window.x + window.width) * map.width) / photo.width)),
  )
  const bottom = Math.max(
    top + 1,
    Math.min(map.height, Math.ceil(((window.y + window.height) * map.height) / photo.height)),
  )
  const data = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++)
    data.set(map.data.subarray(y * map.width + left, y * map.width + right), (y - top) * (right - left))
  return { width: right - left, height: bottom - top, data }
}
