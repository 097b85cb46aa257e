import { describe, expect, it } from 'vitest'

import { changedPieces } from '../../../../../renderer/synthesis/photo-edit/changed-pieces.ts'
import { changedPixels, markedPixels, wishesChange } from '../../../../../renderer/synthesis/photo-edit/edit-wishes.ts'

const map = (rows: readonly string[]): { width: number; height: number; data: Uint8Array } => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  data: Uint8Array.from(rows.join(''), Number),
})
const before = map(['11111', '11111', '22222'])
const none = { keep: undefined, anew: undefined }

describe('what is changed of a photo', () => {
  it('is what differs from its labels or is marked, unless it is kept', () => {
    const after = map(['13111', '11111', '22244'])
    const anew = map(['00000', '10000', '00000'])
    const keep = map(['01000', '00000', '00000'])
    expect([...changedPixels(before, { after, keep, anew }).data]).toEqual([...map(['00000', '10000', '00011']).data])
  })

  it('is nothing while the labels are the photo’s own', () => {
    expect(wishesChange(before, { after: before, ...none })).toBe(false)
    expect(markedPixels({ width: 2, height: 1, data: Uint8Array.of(255, 255) })).toBeUndefined()
    expect(markedPixels({ width: 2, height: 1, data: Uint8Array.of(255, 0) })?.data).toEqual(Uint8Array.of(0, 1))
  })

  // Bug it would catch: two places that are listed, and given back, as one.
  it('comes in pieces, the largest first, each with what it becomes', () => {
    const after = map(['31111', '11144', '22244'])
    const pieces = changedPieces(before, { after, ...none })
    expect(pieces.map(({ pixels, classId }) => [pixels.length, classId])).toEqual([
      [4, 4],
      [1, 3],
    ])
    expect(pieces[0]?.middle).toEqual({ x: 3.5, y: 1.5 })
  })

  it('has no class where a place is only made anew', () => {
    const anew = map(['11000', '00000', '00000'])
    expect(changedPieces(before, { after: before, keep: undefined, anew })[0]?.classId).toBeUndefined()
  })
})
