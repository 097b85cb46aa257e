import { expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { classNameAt } from '../../../../../renderer/synthesis/inspector/class-name-at.ts'

const classes: PackClass[] = [
  { id: 3, name: 'sky', colour: [0, 0, 0], channel: 0, aliases: [] },
  { id: 22, name: 'water', colour: [0, 0, 0], channel: 1, aliases: [{ id: 61, name: 'river' }] },
]
/** Half as many pixels as the picture that they are read for. */
const labels = { width: 2, height: 2, data: new Uint8Array([3, 22, 61, 200]) }

it.each([
  [0, 0, 'sky'],
  [3, 0, 'water'],
  // Bugs it would catch: an alias that has no name, and a point on the very edge that is read beyond the labels.
  [0, 3, 'water'],
  [4, 0, 'water'],
  [3.9, 3.9, ''],
])('at (%d, %d) of the picture the class is "%s"', (x, y, name) => {
  expect(classNameAt(labels, x, y, { width: 4, height: 4 }, classes)).toBe(name)
})
