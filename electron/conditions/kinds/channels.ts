import { CocanvasError } from '../../contract/error-codes.ts'
import type { ConditionModule } from '../condition-module.ts'
import { denseEncoding } from './dense-encoding.ts'
import { imageContent } from './image-content.ts'

/** Channels that were made elsewhere go to the graphs as they are. */
export const channelsCondition: ConditionModule<'channels'> = {
  thing: 'ready-made channels',
  // Where none has as many channels, the first one's number is what the message names.
  entryFor: ({ channels }, entries) => entries.find((entry) => entry.channels === channels) ?? entries[0],
  encode({ channels, width, height, data }, encoding, size) {
    if (width !== size.width || height !== size.height)
      throw new CocanvasError(
        'bad-request',
        `The condition channels measure ${width} × ${height} and the picture ${size.width} × ${size.height}; make them the same size.`,
      )
    return denseEncoding({ channels, width, height, data }, encoding)
  },
  content: (condition) => [condition.channels, ...imageContent(condition)],
  fit: (condition) => condition,
}
