import { describe, expect, it } from 'vitest'
import { missingShift } from '../../../../../electron/cli/rendering/shifted-labels.ts'
import type { PackClass } from '../../../../../electron/contract/pack-facts.ts'

const named = (id: number, name: string): PackClass => ({ id, name, colour: [id, 0, 0], channel: id, aliases: [] })
/** ADE20K from 1: neighbours that are known either way. */
const CLASSES = [named(1, 'wall'), named(2, 'building'), named(3, 'sky'), named(4, 'floor'), named(5, 'tree')]

/** Rows from top to bottom, a few pixels wide. */
function rows(...ids: number[]) {
  return { width: 3, height: ids.length, data: Uint8Array.from(ids.flatMap((id) => [id, id, id])) }
}

describe('missingShift', () => {
  it('leaves a map alone whose sky is up', () => {
    expect(missingShift(rows(3, 3, 5, 4), CLASSES)).toBeUndefined()
    expect(missingShift(rows(1, 2, 1, 2), CLASSES)).toBeUndefined()
  })

  it('sees that known numbers mean the wrong things: trees as floor above floor as sky', () => {
    expect(missingShift(rows(2, 2, 4, 3), CLASSES)).toBe(1)
  })

  it('sees numbers that only a shift explains', () => {
    expect(missingShift(rows(4, 4, 6, 5), CLASSES)).toBe(-1)
  })

  it('says nothing of a map of "no label" alone', () => {
    expect(missingShift(rows(0, 0, 255), CLASSES)).toBeUndefined()
  })
})
