import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { detectScheme } from '../../../../../renderer/files/import/detect-scheme.ts'
import { labelSchemes } from '../../../../../renderer/files/import/label-scheme.ts'

const classes: PackClass[] = (
  [
    [0, 'other'],
    [3, 'sky'],
    [5, 'tree'],
    [10, 'grass'],
    [17, 'mountain'],
    [22, 'water'],
  ] as const
).map(([id, name], channel) => ({ id, name, colour: [id, id, id], channel, aliases: [] }))

/** An image with sky at the top and grass at the bottom, its numbers moved by `shift`. */
const landscape = (shift: number): { key: number; count: number; height: number }[] => [
  { key: 3 + shift, count: 400, height: 0.2 },
  { key: 17 + shift, count: 200, height: 0.5 },
  { key: 10 + shift, count: 400, height: 0.8 },
]

describe('the meaning of a label image', () => {
  it('is the pack’s own numbers where they fit', () => {
    expect(detectScheme(landscape(0), labelSchemes('values', classes))?.id).toBe('pack')
  })

  // Bug it would catch: a layout that counts from 0 and comes in as walls and floors.
  it('is found although every number is one too low', () => {
    const scheme = detectScheme(landscape(-1), labelSchemes('values', classes))
    expect(scheme?.classOf(2)).toBe(3)
    expect(scheme?.classOf(9)).toBe(10)
  })
})
