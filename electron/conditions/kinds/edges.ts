import { resizeBilinear } from '../../resampling/bilinear.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import type { ConditionModule } from '../condition-module.ts'
import { edgeChannels } from '../edges/edge-channels.ts'
import { greyImage } from '../edges/grey-image.ts'
import { facePartMasks } from '../face/face-part-masks.ts'
import { facePartTable } from '../face/face-part-table.ts'
import { channelIndices } from '../labels/channel-indices.ts'
import { denseEncoding } from './dense-encoding.ts'
import { imageContent } from './image-content.ts'

/** Outlines of face parts (ids by the pack's classes, CelebAMask-HQ's if it lists none) and the photo's other edges. */
export const edgesCondition: ConditionModule<'edges'> = {
  thing: 'a face parsing map and its photo',
  entryFor: (_, entries) => entries.find(({ kind }) => kind === 'edges'),
  encode({ parts, photo }, encoding, size) {
    const masks = facePartMasks(channelIndices(resizeNearest(parts, size), facePartTable(encoding.classes)))
    return denseEncoding(edgeChannels(masks, greyImage(resizeBilinear(photo, size)), encoding), encoding)
  },
  content: ({ parts, photo }) => [...imageContent(parts), ...imageContent(photo)],
  // The photo's edges are found at the picture's size; a photo that was resized before would have others.
  fit: (condition) => condition,
}
