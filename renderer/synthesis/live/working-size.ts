import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'

/**
 * Size of a picture with the document's aspect and about `side`² pixels that the pack can make. It is never larger than
 * the document, unless the pack's smallest size demands it. Packs with a fixed size get that size.
 */
export function pictureSize(document: ImageSize, side: number, { sizes }: Pick<PackManifest, 'sizes'>): ImageSize {
  if (sizes.fixed !== undefined) return sizes.fixed
  const scale = side / Math.sqrt(document.width * document.height)
  const fitted = (length: number): number => {
    const rounded = Math.round((length * scale) / sizes.multiple) * sizes.multiple
    const smallest = Math.ceil(sizes.min / sizes.multiple) * sizes.multiple
    const largest = Math.floor(sizes.max / sizes.multiple) * sizes.multiple
    return Math.min(largest, Math.max(smallest, rounded))
  }
  return { width: fitted(document.width), height: fitted(document.height) }
}
