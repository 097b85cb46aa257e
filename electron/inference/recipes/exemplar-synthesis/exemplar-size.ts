import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'

/**
 * Size at which an exemplar is encoded: about the layout's area, the photo's own aspect, sides rounded to the pack's
 * multiple and kept within its limits. A pack of fixed size squashes the photo, as the authors' code does.
 */
export function exemplarSize(photo: ImageSize, layout: ImageSize, sizes: PackManifest['sizes']): ImageSize {
  if (sizes.fixed !== undefined) return sizes.fixed
  const scale = Math.sqrt((layout.width * layout.height) / (photo.width * photo.height))
  const side = (length: number): number => {
    const rounded = Math.round((length * scale) / sizes.multiple) * sizes.multiple
    return Math.min(Math.max(rounded, Math.ceil(sizes.min / sizes.multiple) * sizes.multiple), sizes.max)
  }
  return { width: side(photo.width), height: side(photo.height) }
}
