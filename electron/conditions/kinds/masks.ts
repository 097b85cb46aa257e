import type { ConditionOf } from '../../contract/condition.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import type { ConditionModule, Encoding } from '../condition-module.ts'
import { EYEGLASSES_ID } from '../face/face-classes.ts'
import { eyeglassesChannel, faceMaskChannels } from '../face/face-mask-channels.ts'
import { splitEyeglasses } from '../face/split-eyeglasses.ts'
import { classIndices } from './class-indices.ts'
import { denseEncoding } from './dense-encoding.ts'
import { imageContent } from './image-content.ts'

type Face = Pick<ConditionOf<'masks'>, 'labels' | 'eyeglasses'>

/** A mask of eyeglasses is taken as it is; without one, eyeglasses painted among the other classes become the mask. */
function partedFace(face: Face, { classes, channels }: Encoding): Face {
  const painted = classes.some(({ id, channel }) => id === EYEGLASSES_ID && channel === eyeglassesChannel(channels))
  return face.eyeglasses === undefined && painted ? splitEyeglasses(face.labels) : face
}

/** One plane per face part; eyeglasses lie over the part that they cover. */
export const masksCondition: ConditionModule<'masks'> = {
  thing: 'a face parsing map',
  entryFor: (_, entries) => entries.find(({ kind }) => kind === 'masks'),
  encode(condition, encoding, size) {
    const { labels, eyeglasses } = partedFace(condition, encoding)
    const mask = eyeglasses && resizeNearest(eyeglasses, size)
    return denseEncoding(faceMaskChannels(classIndices(labels, encoding, size), encoding.channels, mask), encoding)
  },
  content: ({ labels, eyeglasses }) => [
    ...imageContent(labels),
    ...(eyeglasses === undefined ? [] : imageContent(eyeglasses)),
  ],
  fit({ kind, labels, eyeglasses }, size) {
    const fitted = { kind, labels: resizeNearest(labels, size) }
    return eyeglasses === undefined ? fitted : { ...fitted, eyeglasses: resizeNearest(eyeglasses, size) }
  },
}
