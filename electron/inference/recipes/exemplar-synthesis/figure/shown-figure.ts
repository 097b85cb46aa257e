import { scalePose } from '../../../../conditions/pose/scale-pose.ts'
import type { ConditionOf } from '../../../../contract/condition.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { TensorValue } from '../../../../contract/tensor.ts'
import { figureMask } from '../../../../people/backdrop/figure-mask.ts'
import type { Figure } from '../../../../people/bent-figure/bend-figure.ts'
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

/**
 * The person of an exemplar at about the size at which they will be seen, so that bending neither skips pixels nor works on more
 * of them than it needs. Kept, since it stays the same from stroke to stroke.
 *
 * @param scale pixels of the photo to one of the picture
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function shownFigure(
  stored: StoredExemplar,
  shown: ConditionOf<'pose'>,
  annotatorId: string,
  scale: number,
  host: Pick<RecipeHost, 'networks' | 'tensors'>,
): Promise<Figure> {
  const { image } = stored.exemplar
  const size = steppedSize(image, scale)
  const pose = scalePose(shown, size)
  const key = contentKey('shown-figure', stored.imageKey, annotatorId, conditionKey(shown, size))
  const known = host.tensors.get(key)
  const [photo, mask, classes] = [known?.get('photo'), known?.get('mask'), known?.get('classes')]
  if (photo?.dtype === 'int32' && mask?.dtype === 'float32' && classes?.dtype === 'int32')
    return {
      photo: { ...size, data: Uint8Array.from(photo.data) },
      pose,
      mask: { ...size, data: mask.data },
      classes: { ...size, data: Uint8Array.from(classes.data) },
    }
  const { parts, share } = await exemplarFigure(stored, annotatorId, host)
  const made = {
    photo: resampleImage(image, size),
    pose,
    mask: figureMask(resizeScalarMap(share, size), pose),
    classes: resizeNearest(parts, size),
  }
  const { width, height } = size
  host.tensors.set(
    key,
    new Map<string, TensorValue>([
      ['photo', { dtype: 'int32', shape: [height, width, 3], data: Int32Array.from(made.photo.data) }],
      ['mask', { dtype: 'float32', shape: [height, width], data: made.mask.data }],
      ['classes', { dtype: 'int32', shape: [height, width], data: Int32Array.from(made.classes.data) }],
    ]),
  )
  return made
}

function steppedSize({ width, height }: ImageSize, scale: number): ImageSize {
  const steps = Math.max(0, Math.floor(Math.log(scale) / Math.log(SIZE_STEP)))
  const smaller = SIZE_STEP ** -steps
  return { width: Math.max(1, Math.round(width * smaller)), height: Math.max(1, Math.round(height * smaller)) }
}
