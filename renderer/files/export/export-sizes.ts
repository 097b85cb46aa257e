import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { largeSize } from '../../synthesis/upscale/large-size.ts'

/** Longer sides that are offered beside the document's own. */
const SIDES = [512, 1024, 2048]

/** The sizes that a result can be written in, the document's own first; all have its aspect to the pixel. */
export function exportSizes({ width, height }: ImageSize): readonly ImageSize[] {
  const longer = Math.max(width, height)
  return [{ width, height }, ...SIDES.filter((side) => side > longer).map((side) => largeSize({ width, height }, side))]
}

export function isSameSize(one: ImageSize, other: ImageSize): boolean {
  return one.width === other.width && one.height === other.height
}
