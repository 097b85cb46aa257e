import { describe, expect, it } from 'vitest'
import { channelIndices } from '../../../../../electron/conditions/labels/channel-indices.ts'
import { channelTable } from '../../../../../electron/conditions/labels/channel-table.ts'

const TABLE = channelTable([
  { id: 1, channel: 4, aliases: [{ id: 26, name: 'house' }] },
  { id: 3, channel: 0, aliases: [] },
])
const row = (...ids: number[]): { width: number; height: number; data: Uint8Array } => ({
  width: ids.length,
  height: 1,
  data: Uint8Array.from(ids),
})

describe('channelIndices', () => {
  it('maps ids and their aliases to the channel of the class', () => {
    // Would catch: aliases ignored, or the class order taken for the channel.
    expect([...channelIndices(row(3, 1, 26), TABLE).data]).toEqual([0, 4, 4])
  })

  it('names a single unknown id in one sentence', () => {
    // Would catch: an error that leaves the user to search for the pixel value.
    expect(() => channelIndices(row(3, 77, 77), TABLE)).toThrow(/^The label map holds class id 77, [^.]*\.$/)
  })

  it('names the first unknown ids in order and counts the rest', () => {
    // Would catch: a photo given as a label map flooding the terminal with 256 numbers.
    expect(() => channelIndices(row(9, 8, 7, 6, 5, 4, 2), TABLE)).toThrow(/class ids 2, 4, 5, 6, 7 and 2 more, /)
  })
})
