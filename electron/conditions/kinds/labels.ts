import { resizeNearest } from '../../resampling/nearest.ts'
import type { ConditionModule } from '../condition-module.ts'
import { oneHot } from '../labels/one-hot.ts'
import { classIndices } from './class-indices.ts'
import { imageContent } from './image-content.ts'

/** Class ids become channel numbers, or one plane per channel, as the manifest says. */
export const labelsCondition: ConditionModule<'labels'> = {
  thing: 'a label map',
  entryFor: (_, entries) => entries.find(({ kind }) => kind === 'labels'),
  encode({ labels }, encoding, size) {
    const indices = classIndices(labels, encoding, size)
    if (encoding.encoding === 'index') return { kind: 'index', ...indices }
    return { kind: 'dense', ...oneHot(indices, encoding.channels) }
  },
  content: ({ labels }) => imageContent(labels),
  fit: ({ kind, labels }, size) => ({ kind, labels: resizeNearest(labels, size) }),
}
