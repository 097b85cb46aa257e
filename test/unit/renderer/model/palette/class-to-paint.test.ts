import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { classToPaint } from '../../../../../renderer/model/palette/class-to-paint.ts'

const classes: PackClass[] = ['other', 'wall', 'sky', 'tree'].map((name, id) => ({
  id,
  name,
  colour: [id, id, id],
  channel: id,
  aliases: [],
}))

describe('the class that a document begins with', () => {
  it.each([
    ['the most used one', [10, 0, 50, 60], 0, 3],
    // Bug it would catch: a first stroke that paints sky on nothing but sky.
    ['one that shows on an empty backdrop', [0, 0, 100, 0], 0, 1],
    ['the one in the hand, if the layout has it', [10, 0, 50, 40], 2, 2],
    ['another than the one in the hand, if the layout lacks it', [10, 0, 50, 40], 1, 2],
    ['the first of the pack where nothing is painted', [], 0, 1],
    ['anything but "other"', [100, 0, 0, 0], 0, 1],
  ])('is %s', (_what, counts, active, expected) => {
    expect(classToPaint(classes, counts, active)).toBe(expected)
  })

  it('is none without a pack', () => {
    expect(classToPaint([], [], 0)).toBeUndefined()
  })
})
