import { describe, expect, it } from 'vitest'
import { channelIndices } from '../../../../../electron/conditions/labels/channel-indices.ts'
import { channelTable } from '../../../../../electron/conditions/labels/channel-table.ts'
import { oneHot } from '../../../../../electron/conditions/labels/one-hot.ts'
import { differences } from '../differences.ts'
import { asImage, readFixture } from '../fixture.ts'

const ADE_CHANNELS = 151
const ADE_TABLE = channelTable(
  Array.from({ length: ADE_CHANNELS }, (_, index) => ({ id: index, channel: index, aliases: [] })),
)

describe('oneHot', () => {
  // Would catch: the shift by one of SPADE and the public ports (channel 0 is ADE20K's own index 0).
  it.each(readFixture('labels'))('puts raw ADE20K indices into their own channels: $name', (fixture) => {
    const dense = oneHot(channelIndices(asImage(fixture.array('indices')), ADE_TABLE), ADE_CHANNELS)
    expect(differences(dense.data, fixture.array('levels').data)).toBeUndefined()
  })
})
