import { describe, expect, it } from 'vitest'
import type { ConditionOf } from '../../../../../../../electron/contract/condition.ts'
import { UNKNOWN } from '../../../../../../../electron/faces/bent-face/bent-shares.ts'
import { layoutParts } from '../../../../../../../electron/inference/recipes/exemplar-synthesis/bent-face/layout-parts.ts'

const SIZE = { width: 64, height: 64 }

function square(left: number, top: number, right: number, bottom: number): [number, number][] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ]
}

const drawing: ConditionOf<'lines'> = {
  kind: 'lines',
  width: 32,
  height: 32,
  lines: [
    { part: 'left eye', points: square(18, 12, 22, 14) },
    { part: 'skin', points: square(6, 4, 26, 28) },
    {
      part: 'nose',
      points: [
        [14, 14],
        [14, 20],
        [14, 21],
      ],
    },
  ],
}

describe('the parts that a layout asks for', () => {
  // Bug it would catch: an eye hidden beneath the skin because it was drawn first, or a drawing read at its own size.
  it('are what the closed lines of a drawing enclose, and unknown elsewhere', () => {
    const parts = layoutParts(drawing, SIZE)
    const at = (x: number, y: number): number | undefined => parts?.labels.data[y * 64 + x]
    expect([parts?.labels.width, parts?.labels.height]).toEqual([64, 64])
    expect([at(40, 26), at(28, 30), at(20, 50), at(2, 2)]).toEqual([4, 1, 1, UNKNOWN])
  })

  // Bug it would catch: an eye whose line has a gap, or a nose of one stroke, that drags the exemplar's to a sliver.
  it('are guessed from open lines that are nearly shapes, and left open where they are strokes', () => {
    const eye = { part: 'right eye' as const, points: square(8, 12, 14, 16).slice(0, 4) }
    const parts = layoutParts({ ...drawing, lines: [...drawing.lines, eye] }, SIZE)
    expect(parts?.labels.data[28 * 64 + 22]).toBe(5)
    expect(parts?.labels.data.includes(2)).toBe(false)
    expect(parts?.open).toEqual(new Set([2, 5]))
  })

  it('are those of painted parts at the picture’s size, and none of a pose', () => {
    const labels = { width: 2, height: 1, data: Uint8Array.of(1, 13) }
    expect([...(layoutParts({ kind: 'labels', labels }, { width: 4, height: 1 })?.labels.data ?? [])]).toEqual([
      1, 1, 13, 13,
    ])
    const points = Array.from({ length: 18 }, () => null)
    expect(layoutParts({ kind: 'pose', width: 4, height: 4, points }, SIZE)).toBeUndefined()
  })
})
