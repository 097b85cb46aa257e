import { describe, expect, it } from 'vitest'
import { edgeChannels } from '../../../../../electron/conditions/edges/edge-channels.ts'
import { greyImage } from '../../../../../electron/conditions/edges/grey-image.ts'
import { facePartMasks } from '../../../../../electron/conditions/face/face-part-masks.ts'
import { facePartTable } from '../../../../../electron/conditions/face/face-part-table.ts'
import { channelIndices } from '../../../../../electron/conditions/labels/channel-indices.ts'
import { differences } from '../differences.ts'
import { asImage, asLevels, readFixture } from '../fixture.ts'

describe('edgeChannels', () => {
  // Would catch: parts in another order, distances of another metric, Canny inside the face or missing in the hair.
  it.each(readFixture('edges'))('equals the OpenCV and scikit-image reference to the last bit: $name', (fixture) => {
    const masks = facePartMasks(channelIndices(asImage(fixture.array('parts')), facePartTable([])))
    const dense = edgeChannels(masks, greyImage(asImage(fixture.array('photo'))))
    const levels = fixture.array('levels')
    expect([dense.channels, dense.height, dense.width]).toEqual(levels.shape)
    expect(differences(dense.data, asLevels(levels))).toBeUndefined()
  })
})
