import type { Condition } from '../contract/condition.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { ImageSize } from '../contract/image-size.ts'
import type { PackClass, PackCondition } from '../contract/pack-manifest.ts'
import type { BytePlane, ChannelIndices, DenseChannels } from './dense-channels.ts'
import { edgeChannels } from './edges/edge-channels.ts'
import { greyImage } from './edges/grey-image.ts'
import { EYEGLASSES_ID } from './face/face-classes.ts'
import { eyeglassesChannel, faceMaskChannels } from './face/face-mask-channels.ts'
import { facePartMasks } from './face/face-part-masks.ts'
import { facePartTable } from './face/face-part-table.ts'
import { splitEyeglasses } from './face/split-eyeglasses.ts'
import { channelIndices } from './labels/channel-indices.ts'
import { channelTable } from './labels/channel-table.ts'
import { oneHot } from './labels/one-hot.ts'
import { classesIn, packCondition, type ConditionManifest } from './pack-condition.ts'
import { poseChannels } from './pose/pose-channels.ts'
import { scalePose } from './pose/scale-pose.ts'
import { resizeBilinear } from '../resampling/bilinear.ts'
import { resizeNearest } from '../resampling/nearest.ts'

/** A condition as the pack's graphs take it: int32 [1, height, width] or float32 [1, channels, height, width]. */
export type EncodedCondition =
  ({ readonly kind: 'index' } & ChannelIndices) | ({ readonly kind: 'dense' } & DenseChannels)

/** How one pack encodes one kind of condition. */
interface Encoding extends PackCondition {
  readonly title: string
  readonly classes: readonly PackClass[]
}

function dense(channels: DenseChannels, { title, channels: expected }: Encoding): EncodedCondition {
  if (channels.channels !== expected)
    throw new CocanvasError(
      'bad-request',
      `The condition has ${channels.channels} channels where ${title} takes ${expected}; give one made for this pack.`,
    )
  return { kind: 'dense', ...channels }
}

function indicesOf(labels: BytePlane, { classes }: Encoding, size: ImageSize): ChannelIndices {
  return channelIndices(resizeNearest(labels, size), channelTable(classes))
}

function ready(condition: Extract<Condition, { kind: 'channels' }>, size: ImageSize): DenseChannels {
  const { channels, width, height, data } = condition
  if (width !== size.width || height !== size.height)
    throw new CocanvasError(
      'bad-request',
      `The condition channels measure ${width} × ${height} and the picture ${size.width} × ${size.height}; make them the same size.`,
    )
  return { channels, width, height, data }
}

type FaceCondition = Pick<Extract<Condition, { kind: 'masks' }>, 'labels' | 'eyeglasses'>

/** A mask of eyeglasses is taken as it is; without one, eyeglasses painted among the other classes become the mask. */
function partedFace(face: FaceCondition, { classes, channels }: Encoding): FaceCondition {
  const painted = classes.some(({ id, channel }) => id === EYEGLASSES_ID && channel === eyeglassesChannel(channels))
  return face.eyeglasses === undefined && painted ? splitEyeglasses(face.labels) : face
}

/**
 * Makes the tensor a pack wants of a condition: stretched to the picture's size (labels nearest, photo bilinear, joints scaled),
 * then encoded as the manifest says. Values of dense conditions lie in 0..1.
 *
 * - `labels` and `masks`: class ids become channels by the manifest's classes and aliases; eyeglasses that are painted
 *   among the classes of a face are parted from it, with skin beneath.
 * - `edges`: ids become face parts (1..13, 0 = none) likewise; if the manifest lists no classes, they are CelebAMask-HQ's.
 *
 * @param size of the picture, which the condition gets
 * @throws CocanvasError `bad-request`: a kind of condition that the pack does not take, unknown class ids, eyeglasses twice, channels or size that differ
 */
export function encodeCondition(condition: Condition, manifest: ConditionManifest, size: ImageSize): EncodedCondition {
  const entry = packCondition(condition, manifest)
  const encoding: Encoding = { ...entry, title: manifest.title, classes: classesIn(entry, manifest.classes) }
  switch (condition.kind) {
    case 'channels':
      return dense(ready(condition, size), encoding)
    case 'labels': {
      const indices = indicesOf(condition.labels, encoding, size)
      if (encoding.encoding === 'index') return { kind: 'index', ...indices }
      return { kind: 'dense', ...oneHot(indices, encoding.channels) }
    }
    case 'masks': {
      const { labels, eyeglasses } = partedFace(condition, encoding)
      const mask = eyeglasses && resizeNearest(eyeglasses, size)
      return dense(faceMaskChannels(indicesOf(labels, encoding, size), encoding.channels, mask), encoding)
    }
    case 'edges': {
      const parts = resizeNearest(condition.parts, size)
      const masks = facePartMasks(channelIndices(parts, facePartTable(encoding.classes)))
      return dense(edgeChannels(masks, greyImage(resizeBilinear(condition.photo, size))), encoding)
    }
    case 'pose':
      return dense(poseChannels(scalePose(condition, size)), encoding)
  }
}
