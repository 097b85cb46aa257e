import type { ConditionModule } from '../condition-module.ts'
import { poseChannels } from '../pose/pose-channels.ts'
import { scalePose } from '../pose/scale-pose.ts'
import { denseEncoding } from './dense-encoding.ts'

/** A skeleton and the distances to its limbs. */
export const poseCondition: ConditionModule<'pose'> = {
  thing: 'a pose',
  entryFor: (_, entries) => entries.find(({ kind }) => kind === 'pose'),
  encode: (condition, encoding, size) => denseEncoding(poseChannels(scalePose(condition, size)), encoding),
  content: ({ width, height, points }) => [width, height, JSON.stringify(points)],
  fit: (condition) => condition,
}
