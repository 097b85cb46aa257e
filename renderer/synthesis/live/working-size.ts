import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'

/**
 * Size of a picture with the document's aspect and about `side`² pixels that the pack can make, never larger than the
 * document asks for unless the pack's smallest size forces it. Packs of fixed size get theirs.
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

/** Nearest-neighbour copy at another size: what is sent is what the host would make of it, and much smaller. */
export function resizeLabels(labels: LabelMap, { width, height }: ImageSize): LabelMap {
  if (labels.width === width && labels.height === height) return labels
  const data = new Uint8Array(width * height)
  const columns = Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * labels.width) / width))
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(((y + 0.5) * labels.height) / height) * labels.width
    for (let x = 0; x < width; x += 1) data[y * width + x] = labels.data[row + (columns[x] ?? 0)] ?? 0
  }
  return { width, height, data }
}
