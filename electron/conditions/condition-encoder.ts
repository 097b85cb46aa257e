import type { Condition } from '../contract/condition.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { ImageSize } from '../contract/image-size.ts'
import type { PackManifest } from '../contract/pack-manifest.ts'
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
import { poseChannels } from './pose/pose-channels.ts'
import { scalePose } from './pose/scale-pose.ts'
import { resizeBilinear } from './resampling/bilinear.ts'
import { resizeNearest } from './resampling/nearest.ts'

/** A condition as the pack's graphs take it: int32 [1, height, width] or float32 [1, channels, height, width]. */
export type EncodedCondition =
  ({ readonly kind: 'index' } & ChannelIndices) | ({ readonly kind: 'dense' } & DenseChannels)

/** The parts of a manifest that say how conditions are encoded. */
export type ConditionManifest = Pick<PackManifest, 'title' | 'task' | 'condition' | 'classes'>

const TASK_OF_KIND = { labels: 'labels', masks: 'masks', edges: 'edges', pose: 'pose' } as const

const THING_OF_TASK = {
  labels: 'a label map',
  masks: 'a face parsing map',
  edges: 'a face parsing map and its photo',
  pose: 'a pose',
} as const

function dense(channels: DenseChannels, manifest: ConditionManifest): EncodedCondition {
  if (channels.channels !== manifest.condition.channels)
    throw new CocanvasError(
      'bad-request',
      `The condition has ${channels.channels} channels where ${manifest.title} takes ${manifest.condition.channels}; give one made for this pack.`,
    )
  return { kind: 'dense', ...channels }
}

function indicesOf(labels: BytePlane, manifest: ConditionManifest, size: ImageSize): ChannelIndices {
  return channelIndices(resizeNearest(labels, size.width, size.height), channelTable(manifest.classes))
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
function partedFace(face: FaceCondition, { classes, condition }: ConditionManifest): FaceCondition {
  const painted = classes.some(
    ({ id, channel }) => id === EYEGLASSES_ID && channel === eyeglassesChannel(condition.channels),
  )
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
 * @throws CocanvasError `bad-request`: a condition of another task, unknown class ids, eyeglasses twice, channels or size that differ
 */
export function encodeCondition(condition: Condition, manifest: ConditionManifest, size: ImageSize): EncodedCondition {
  if (condition.kind === 'channels') return dense(ready(condition, size), manifest)
  if (TASK_OF_KIND[condition.kind] !== manifest.task)
    throw new CocanvasError(
      'bad-request',
      `${manifest.title} is made for ${THING_OF_TASK[manifest.task]}, not for ${THING_OF_TASK[condition.kind]}; choose a pack that fits.`,
    )
  switch (condition.kind) {
    case 'labels': {
      const indices = indicesOf(condition.labels, manifest, size)
      if (manifest.condition.encoding === 'index') return { kind: 'index', ...indices }
      return { kind: 'dense', ...oneHot(indices, manifest.condition.channels) }
    }
    case 'masks': {
      const { labels, eyeglasses } = partedFace(condition, manifest)
      const mask = eyeglasses && resizeNearest(eyeglasses, size.width, size.height)
      return dense(faceMaskChannels(indicesOf(labels, manifest, size), manifest.condition.channels, mask), manifest)
    }
    case 'edges': {
      const parts = resizeNearest(condition.parts, size.width, size.height)
      const masks = facePartMasks(channelIndices(parts, facePartTable(manifest.classes)))
      return dense(edgeChannels(masks, greyImage(resizeBilinear(condition.photo, size.width, size.height))), manifest)
    }
    case 'pose':
      return dense(poseChannels(scalePose(condition, size)), manifest)
  }
}
