import { MAXIMUM_FINISHED_PIXELS } from '../../contract/generation-request.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { pictureSize, sizeText } from './picture-size.ts'

/** The size at which a pack paints, and the size of the finished picture where that is another. */
export interface RenderSizes {
  readonly painted: ImageSize
  readonly finished?: ImageSize
}

/** Pictures of more than this many times the area that a pack was trained on are finished from a smaller one. */
const LARGEST_PAINTED = 1.5

/**
 * The sizes of a picture in pixels: as wanted to the pixel, whatever the pack's graphs can make, with the exemplar's own
 * texture where the pack paints smaller. Without a wish: the layout's aspect at about the pack's own area.
 *
 * @throws UsageError for packs of one size, and above 16 megapixels
 */
export function renderSizes(
  { id, sizes, conditions }: Pick<PackManifest, 'id' | 'sizes' | 'conditions'>,
  layout: ImageSize,
  wanted: ImageSize | undefined,
): RenderSizes {
  if (wanted === undefined || sizes.fixed !== undefined) return { painted: pictureSize(id, sizes, layout, wanted) }
  const area = wanted.width * wanted.height
  // Detail is copied class by class, so other conditions are painted as large as the pack can.
  const largest = conditions.some(({ kind }) => kind === 'labels') ? LARGEST_PAINTED * sizes.native ** 2 : Infinity
  if (area <= largest && isMade(wanted, sizes)) return { painted: wanted }
  if (area > MAXIMUM_FINISHED_PIXELS)
    throw new UsageError(
      `--size ${sizeText(wanted)} is larger than 16 megapixels; ask for less and enlarge the picture elsewhere.`,
    )
  return { painted: pictureSize(id, sizes, wanted, undefined), finished: wanted }
}

/** Whether the pack's graphs take a size as it is. */
function isMade({ width, height }: ImageSize, { multiple, min, max }: PackManifest['sizes']): boolean {
  return [width, height].every((side) => side % multiple === 0 && side >= min && side <= max)
}
