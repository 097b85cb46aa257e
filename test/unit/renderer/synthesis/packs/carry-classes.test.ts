import { describe, expect, it } from 'vitest'

import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'
import { carryClasses } from '../../../../../renderer/synthesis/packs/carry-classes.ts'

const entry = (id: number, name: string, aliases: readonly [number, string][] = []): PackClass => ({
  id,
  name,
  colour: [id, id, id],
  channel: id,
  aliases: aliases.map(([aliasId, alias]) => ({ id: aliasId, name: alias })),
})
const before = [
  entry(0, 'other'),
  entry(3, 'sky'),
  entry(10, 'grass'),
  entry(13, 'person'),
  entry(22, 'water', [[61, 'river']]),
]
const after = [entry(0, 'other'), entry(1, 'sky'), entry(2, 'lake', [[40, 'river']]), entry(10, 'grass')]

describe('a layout that another pack takes over', () => {
  it('keeps what things are, not their numbers', () => {
    const { ids, lost } = carryClasses([3, 10, 22, 61, 255], before, after)
    expect([...ids]).toEqual([
      [3, 1],
      [22, 2],
      [61, 2],
    ])
    expect(lost).toEqual([])
  })

  // Bug it would catch: people that silently become whatever has their number in the other pack.
  it('names the classes that the other pack does not have', () => {
    const { ids, lost } = carryClasses([13, 3], before, after)
    expect([ids.get(13), lost]).toEqual([0, ['person']])
  })
})
