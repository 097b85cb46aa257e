import { CocanvasError } from '../../contract/error-codes.ts'
import type { ChannelIndices } from '../dense-channels.ts'
import type { BytePlane } from '../dense-channels.ts'
import { NO_CHANNEL } from './channel-table.ts'

const IDS_NAMED_IN_ERROR = 5

function unknownIdsSentence(ids: readonly number[]): string {
  const named = ids.slice(0, IDS_NAMED_IN_ERROR).join(', ')
  const more = ids.length > IDS_NAMED_IN_ERROR ? ` and ${String(ids.length - IDS_NAMED_IN_ERROR)} more` : ''
  return ids.length === 1
    ? `The label map holds class id ${named}, which this pack does not know; repaint it with one of the pack's classes.`
    : `The label map holds class ids ${named}${more}, which this pack does not know; repaint them with the pack's classes.`
}

/**
 * Replaces each class id by its channel.
 *
 * @param labels ids 0..255
 * @param table channel of each id (see `channelTable`)
 * @throws CocanvasError `bad-request` naming the ids that have no channel
 */
export function channelIndices(labels: BytePlane, table: Int16Array): ChannelIndices {
  const data = new Int32Array(labels.data.length)
  const unknown = new Set<number>()
  for (let pixel = 0; pixel < data.length; pixel++) {
    const id = labels.data[pixel] ?? 0
    const channel = table[id] ?? NO_CHANNEL
    if (channel === NO_CHANNEL) unknown.add(id)
    data[pixel] = channel
  }
  if (unknown.size > 0) {
    const ids = [...unknown].sort((first, second) => first - second)
    throw new CocanvasError('bad-request', unknownIdsSentence(ids))
  }
  return { height: labels.height, width: labels.width, data }
}
