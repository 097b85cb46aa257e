import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { UsageError } from '../arguments/usage-error.ts'

type PackSizes = PackManifest['sizes']

/**
 * The size of the picture in pixels. Without a wish: the layout's aspect at about the area that the
 * pack was trained on, sides rounded to its multiple.
 *
 * @throws UsageError when the pack's graphs cannot make the wanted size; the sentence names one they can.
 */
export function pictureSize(
  packId: string,
  sizes: PackSizes,
  layout: ImageSize,
  wanted: ImageSize | undefined,
): ImageSize {
  if (sizes.fixed !== undefined) {
    const { width, height } = sizes.fixed
    if (wanted === undefined || (wanted.width === width && wanted.height === height)) return { width, height }
    throw new UsageError(`${packId} makes pictures of ${sizeText(sizes.fixed)} only; leave --size out.`)
  }
  if (wanted === undefined) {
    const scale = Math.sqrt(sizes.native ** 2 / (layout.width * layout.height))
    return { width: nearestSide(layout.width * scale, sizes), height: nearestSide(layout.height * scale, sizes) }
  }
  const possible = { width: nearestSide(wanted.width, sizes), height: nearestSide(wanted.height, sizes) }
  if (possible.width === wanted.width && possible.height === wanted.height) return wanted
  throw new UsageError(
    `${packId} makes pictures whose sides are multiples of ${String(sizes.multiple)} from ${String(sizes.min)} to ${String(sizes.max)}, ` +
      `not ${sizeText(wanted)}; try --size ${sizeText(possible)}.`,
  )
}

function nearestSide(length: number, sizes: PackSizes): number {
  const smallest = Math.ceil(sizes.min / sizes.multiple) * sizes.multiple
  const largest = Math.floor(sizes.max / sizes.multiple) * sizes.multiple
  return Math.min(Math.max(Math.round(length / sizes.multiple) * sizes.multiple, smallest), largest)
}

/** `640x384`, as `--size` takes it. */
export function sizeText({ width, height }: ImageSize): string {
  return `${String(width)}x${String(height)}`
}
