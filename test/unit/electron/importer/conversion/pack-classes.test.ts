import { describe, expect, it } from 'vitest'

import { channelTable } from '../../../../../electron/conditions/labels/channel-table.ts'
import { packClasses } from '../../../../../electron/importer/conversion/pack-classes.ts'

describe('the classes of imported packs', () => {
  // Bug it would catch: maps of the authors' data set that are refused for pixels that nobody labelled.
  it('take 255 of ADE20k for the last class, as the authors’ loader does', () => {
    const channels = channelTable(packClasses('ade20k'))
    expect(channels[255]).toBe(150)
    expect(channels[150]).toBe(150)
    expect(channels[151]).toBe(-1)
  })

  it('know no 255 in faces', () => {
    expect(channelTable(packClasses('celebahq'))[255]).toBe(-1)
  })
})
