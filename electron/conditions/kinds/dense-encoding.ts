import { CocanvasError } from '../../contract/error-codes.ts'
import type { EncodedCondition, Encoding } from '../condition-module.ts'
import type { DenseChannels } from '../dense-channels.ts'

/** Channels as a pack takes them. @throws CocanvasError `bad-request` when there are more or fewer than it takes */
export function denseEncoding(channels: DenseChannels, { title, channels: expected }: Encoding): EncodedCondition {
  if (channels.channels !== expected)
    throw new CocanvasError(
      'bad-request',
      `The condition has ${channels.channels} channels where ${title} takes ${expected}; give one made for this pack.`,
    )
  return { kind: 'dense', ...channels }
}
