import { describe, expect, it } from 'vitest'
import { FACE_CLASSES } from '../../../../../electron/conditions/face/face-classes.ts'
import { faceMaskChannels } from '../../../../../electron/conditions/face/face-mask-channels.ts'
import { splitEyeglasses } from '../../../../../electron/conditions/face/split-eyeglasses.ts'
import { channelIndices } from '../../../../../electron/conditions/labels/channel-indices.ts'
import { channelTable } from '../../../../../electron/conditions/labels/channel-table.ts'
import { differences } from '../differences.ts'
import { asImage, readFixture } from '../fixture.ts'

const CHANNELS = 19
const TABLE = channelTable(FACE_CLASSES.map(({ id, maskChannel }) => ({ id, channel: maskChannel, aliases: [] })))

describe('faceMaskChannels', () => {
  // Would catch: raw CelebAMask-HQ ids used as channels, or glasses that replace what they cover.
  it.each(readFixture('face-masks'))('equals the reference: $name', (fixture) => {
    const parsing = channelIndices(asImage(fixture.array('labels')), TABLE)
    const dense = faceMaskChannels(parsing, CHANNELS, asImage(fixture.array('eyeglasses')))
    expect(differences(dense.data, fixture.array('levels').data)).toBeUndefined()
  })

  it('refuses a parsing map that holds eyeglasses itself, in one sentence', () => {
    // Would catch: the official precondition (channel −3 empty) silently dropped.
    const parsing = channelIndices({ width: 2, height: 1, data: new Uint8Array([1, 3]) }, TABLE)
    expect(() => faceMaskChannels(parsing, CHANNELS)).toThrow(/^[^.]*eyeglasses[^.]*\.$/)
  })

  it('refuses an eyeglasses mask of another size', () => {
    // Would catch: glasses laid over the wrong pixels.
    const parsing = channelIndices({ width: 2, height: 1, data: new Uint8Array([1, 1]) }, TABLE)
    const eyeglasses = { width: 1, height: 2, data: new Uint8Array(2) }
    expect(() => faceMaskChannels(parsing, CHANNELS, eyeglasses)).toThrow(/differ in size/)
  })

  it('takes a merged map with glasses once they are split off', () => {
    // Would catch: a split that leaves the glasses in the map, or puts nothing in their place.
    const { labels, eyeglasses } = splitEyeglasses({ width: 2, height: 1, data: new Uint8Array([3, 13]) })
    const dense = faceMaskChannels(channelIndices(labels, TABLE), CHANNELS, eyeglasses)
    const lit = [...dense.data.entries()].filter(([, value]) => value === 1).map(([index]) => index)
    expect(lit).toEqual([1 * 2 + 0, 2 * 2 + 1, 16 * 2 + 0])
  })
})
