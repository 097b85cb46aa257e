import type { ImageSize } from '../../../contract/image-size.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { Closeness } from '../../../detail/close-light.ts'
import { detailSupply } from '../../../detail/detail-supply.ts'
import type { Checkpoint, Labels } from '../../../detail/raster.ts'
import { stacked, type SourcePart } from '../../../photo-edit/photo-source.ts'
import { exemplarPart } from './exemplar-part.ts'
import type { FinishedClasses } from './finished-classes.ts'
import type { RegionClasses } from './region-classes.ts'

/** What a picture's exemplars lend to it; classes by the numbers of `RegionClasses`. */
export interface LentDetail {
  readonly source: SourcePart
  readonly closeness: Closeness
  /** Classes that are copied from another one. */
  readonly substitutes: ReadonlyMap<number, number>
  /** Classes that nothing can be copied for. */
  readonly lacking: ReadonlySet<number>
}

/**
 * @param labels of the picture at its full size, in ids of the pack's classes
 * @param exemplars of every region in turn, labelled in the same ids
 */
export async function lendDetail(
  labels: Labels,
  exemplars: readonly { readonly image: RgbImage; readonly labels: Labels }[],
  numbers: RegionClasses,
  { classes, closeness: least }: Pick<FinishedClasses, 'classes' | 'closeness'>,
  checkpoint: Checkpoint,
): Promise<LentDetail> {
  const parts: SourcePart[] = []
  const closeness = new Map<number, number>()
  const substitutes = new Map<number, number>()
  const lacking = new Set<number>()
  for (const [region, { image, labels: shown }] of exemplars.entries()) {
    const part = await exemplarPart(image, shown, labels, checkpoint)
    const smallness = smallnessOf(part.labels, labels)
    await checkpoint()
    for (const { label, lender, closeness: share } of detailSupply(
      numbers.within(region, labels),
      part.labels,
      classes,
    )) {
      const number = numbers.of(region, label)
      if (lender === undefined) lacking.add(number)
      else {
        const lent = numbers.of(region, lender)
        if (lent !== number) substitutes.set(number, lent)
        // Both sides of a copy are freed of light alike.
        for (const each of [number, lent])
          closeness.set(each, Math.max(share, smallness, least, closeness.get(each) ?? 0))
      }
    }
    parts.push({ ...part, labels: numbers.ofExemplar(region, part.labels) })
    await checkpoint()
  }
  return { source: stacked(parts), closeness, substitutes, lacking }
}

/** An exemplar of this scale, relative to the picture, lends no shapes at all. */
const TOO_SMALL = 0.25

/**
 * How much too small the shapes of an exemplar are for a picture, 0..1: its own pixels are copied, so that the trees of a small
 * photo would stand in a large picture like toys. The smaller it is, the more shapes come from the painted picture.
 */
function smallnessOf(exemplar: ImageSize, picture: ImageSize): number {
  const scale = Math.sqrt((exemplar.width * exemplar.height) / (picture.width * picture.height))
  return Math.min(Math.max((1 - scale) / (1 - TOO_SMALL), 0), 1)
}
