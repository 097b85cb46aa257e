import { describe, expect, it } from 'vitest'
import { lineChannels } from '../../../../../electron/conditions/edges/line-channels.ts'
import type { ConditionOf } from '../../../../../electron/contract/condition.ts'

const SIZE = { width: 32, height: 32 }
type Line = ConditionOf<'lines'>['lines'][number]
type Corner = [number, number]

const box = (from: number, to: number, ends: readonly Corner[] = [[from, from]]): Corner[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  ...ends,
]

/** The number of the part that is enclosed at a point of the drawing, which is twice as large as the picture. */
function enclosedAt(lines: readonly Line[], x: number, y: number): number {
  const drawing = { width: 64, height: 64, lines: [...lines] }
  const edges = lineChannels(drawing, SIZE, { channels: 16, native: 32 })
  return Math.round(255 * (edges.data[15 * 32 * 32 + (y / 2) * 32 + x / 2] ?? Number.NaN))
}

const [SKIN, LEFT_EYE, GLASSES, HAIR] = [1, 4, 12, 13]

describe('what closed lines enclose', () => {
  const skin: Line = { part: 'skin', points: box(8, 56) }
  const eye: Line = { part: 'left eye', points: box(30, 40) }
  const glasses: Line = { part: 'eyeglasses', points: box(26, 44) }
  const hair: Line = { part: 'hair', points: box(4, 20) }

  // Bugs it would catch: glasses over the eye behind them, and a face over the hair that falls into it.
  it('is the part on top, whatever was drawn first', () => {
    for (const lines of [
      [skin, eye, glasses, hair],
      [hair, glasses, eye, skin],
    ]) {
      expect(enclosedAt(lines, 34, 34)).toBe(LEFT_EYE)
      expect(enclosedAt(lines, 28, 28)).toBe(GLASSES)
      expect(enclosedAt(lines, 12, 12)).toBe(HAIR)
      expect(enclosedAt(lines, 50, 50)).toBe(SKIN)
      expect(enclosedAt(lines, 60, 60)).toBe(0)
    }
  })

  it('is known when the ends of a line nearly meet, and unknown when much is missing', () => {
    const drawn = (missing: number): Line => ({ part: 'skin', points: box(8, 56, [[8, 8 + missing]]) })
    expect(enclosedAt([drawn(12)], 30, 30)).toBe(SKIN)
    expect(enclosedAt([drawn(48)], 30, 30)).toBe(0)
  })

  // Bug it would catch: an eye drawn as two lids would only be guessed, and then come out too small.
  it('is known of strokes that meet at their ends, in whichever direction they were drawn', () => {
    const upper: Corner[] = [
      [10, 30],
      [30, 10],
      [50, 30],
    ]
    const lower = (raised: number): Corner[] => [
      [11, 31 - raised],
      [30, 50],
      [49, 31 - raised],
    ]
    const strokes = (...points: Corner[][]): Line[] => points.map((each) => ({ part: 'left eye', points: each }))
    expect(enclosedAt(strokes(upper, lower(0)), 30, 30)).toBe(LEFT_EYE)
    expect(enclosedAt(strokes(lower(0).toReversed(), upper), 30, 30)).toBe(LEFT_EYE)
    expect(enclosedAt(strokes(upper, lower(-15)), 30, 30)).toBe(0)
    const [left, right] = [lower(0).slice(0, 2), lower(0).slice(1)]
    expect(enclosedAt(strokes(left, upper, right), 30, 30)).toBe(LEFT_EYE)
  })

  it('is known of hair that leaves the picture above, also in two strokes', () => {
    const points: Corner[] = [
      [10, 0],
      [4, 40],
      [50, 40],
      [44, 0],
    ]
    expect(enclosedAt([{ part: 'hair', points }], 30, 4)).toBe(HAIR)
    const halves = [points.slice(0, 2).toReversed(), points.slice(1)]
    const strokes = halves.map((half): Line => ({ part: 'hair', points: half }))
    expect(enclosedAt(strokes, 30, 4)).toBe(HAIR)
  })

  it('is unknown where another line of the part lies elsewhere; strands inside change nothing', () => {
    const line = (from: Corner, to: Corner): Line => ({ part: 'hair', points: [from, to] })
    expect(enclosedAt([hair, line([8, 8], [16, 16])], 12, 12)).toBe(HAIR)
    expect(enclosedAt([hair, line([40, 8], [50, 50])], 12, 12)).toBe(0)
  })

  it('is left out for packs that take the authors’ channels', () => {
    const drawing = { ...SIZE, lines: [] }
    expect(lineChannels(drawing, SIZE, { channels: 15, native: 32 }).channels).toBe(15)
  })
})
