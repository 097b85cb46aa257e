import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { ConditionOf } from '../../../../contract/condition.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { figureMask } from '../../../../people/backdrop/figure-mask.ts'
import { cutFigure, type CutFigure } from '../../../../people/bent-figure/bend-figure.ts'
import { resizeNearest } from '../../../../resampling/nearest.ts'
import { contentKey } from '../../../caching/content-key.ts'
import type { StoredExemplar } from '../../../caching/exemplar-store.ts'
import { resampleImage } from '../../../preprocess/resample-image.ts'
import type { RecipeHost } from '../../recipe-runner.ts'
import { conditionKey } from '../condition-tensor.ts'
import { exemplarFigure } from './exemplar-figure.ts'
import { resizeScalarMap } from './resize-scalar-map.ts'

/** Sizes at which a photo is kept lie this far apart, so that a slightly longer leg needs no other one. */
const SIZE_STEP = Math.SQRT2

/** The person of each photo as they were cut last: they stay the same over many strokes. */
const figures = new WeakMap<RgbImage, { readonly key: string; readonly figure: CutFigure | undefined }>()

/**
 * The person of an exemplar, cut into parts, at about the size at which they will be seen, so that bending neither skips pixels
 * nor works on more of them than it needs.
 *
 * @param scale pixels of the photo to one of the picture
 * @returns undefined where the trunk is not seen whole
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function shownFigure(
  stored: StoredExemplar,
  shown: ConditionOf<'pose'>,
  annotatorId: string,
  scale: number,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<CutFigure | undefined> {
  const { image } = stored.exemplar
  const size = steppedSize(image, scale)
  const key = contentKey(annotatorId, conditionKey(shown, size))
  const known = figures.get(image)
  if (known?.key === key) return known.figure
  const { parts, share } = await exemplarFigure(stored, annotatorId, host)
  const pose = scalePose(shown, size)
  const figure = cutFigure({
    photo: resampleImage(image, size),
    pose,
    mask: figureMask(resizeScalarMap(share, size), pose),
    classes: resizeNearest(parts, size),
  })
  figures.set(image, { key, figure })
  return figure
}

function steppedSize({ width, height }: ImageSize, scale: number): ImageSize {
  const steps = Math.max(0, Math.floor(Math.log(scale) / Math.log(SIZE_STEP)))
  const smaller = SIZE_STEP ** -steps
  return { width: Math.max(1, Math.round(width * smaller)), height: Math.max(1, Math.round(height * smaller)) }
}
